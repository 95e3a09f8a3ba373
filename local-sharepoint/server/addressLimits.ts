import { unescaped } from '../model/unescaped.ts';

/** Characters of one segment of a path: what Windows' HTTP service takes by default. Long paths in SharePoint's calls are refused so (pnp/pnpjs#1726). */
const longestSegment = 260;
/** Characters of a query: what IIS takes by default. Long queries were seen to end so in SharePoint Online (SharePoint/PnP-JS-Core#680). */
const longestQuery = 2048;

/** What is sent instead of an answer when an address is too long; parts of a batch are not held to it. */
export interface TooLong { readonly status: 400 | 404; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** Looks at the address as it was sent. The pages are those of Windows' HTTP service and of IIS, not SharePoint's JSON. */
export function tooLong(address: string): TooLong | undefined {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  if (path.split('/').some((segment) => segment.length > longestSegment && (unescaped(segment) ?? segment).length > longestSegment)) return page(400, 'Bad Request', 'Bad Request - Invalid URL', 'HTTP Error 400. The request URL is invalid.');
  if (query.length > longestQuery) return page(404, '404 - File or directory not found.', 'Server Error', '404 - File or directory not found.');
  return undefined;
}

/** What is written to a connection whose request cannot be read: its headers are too long (Windows' HTTP service takes 16,384 bytes), or it is no HTTP. */
export function unreadable({ code }: { readonly code?: string }): string {
  const { body } = page(400, 'Bad Request', code === 'HPE_HEADER_OVERFLOW' ? 'Bad Request - Request Too Long' : 'Bad Request', code === 'HPE_HEADER_OVERFLOW' ? 'HTTP Error 400. The size of the request headers is too long.' : 'HTTP Error 400. The request is badly formed.');
  return `HTTP/1.1 400 Bad Request\r\nContent-Type: text/html; charset=us-ascii\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
}

function page(status: 400 | 404, title: string, heading: string, text: string): TooLong {
  return {
    status, headers: { 'CONTENT-TYPE': 'text/html; charset=us-ascii' },
    body: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">\r\n<HTML><HEAD><TITLE>${title}</TITLE>\r\n<META HTTP-EQUIV="Content-Type" Content="text/html; charset=us-ascii"></HEAD>\r\n<BODY><h2>${heading}</h2>\r\n<hr><p>${text}</p>\r\n</BODY></HTML>\r\n`,
  };
}
