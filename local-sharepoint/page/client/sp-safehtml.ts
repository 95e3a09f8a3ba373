/** In the place of `@msinternal/sp-safehtml`, which is not published: what sp-component-base calls of it. */
import DOMPurify from 'dompurify';

export const SafeHtml = {
  clean: (html: string): string => DOMPurify.sanitize(html),
  isSafeLinkProtocol: (protocol: string): boolean => ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol.toLowerCase()),
};
