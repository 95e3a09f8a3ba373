import { wrongArgument } from '../model/refusals.ts';
import { escapedText } from '../model/markup.ts';
import { bodyProperties, voidAnswer } from '../routing/arguments.ts';
import type { PathSegment, Resource } from '../routing/resource.ts';
import { pageByUrl, text } from '../sitePages/page.ts';
import { keepMail, texts } from './sendEmail.ts';

/** `SP.Publishing.RichSharing/SharePageByEmail`: an e-mail to people of the organisation with a page that the sender may see. What it says is assumed. */
export function sharePageByEmail(segment: PathSegment): Resource {
  return {
    post: (request) => {
      const { recipientEmails, message, url } = bodyProperties(request);
      if (typeof url !== 'string' || !(message === undefined || message === null || typeof message === 'string')) throw wrongArgument();
      const { row } = pageByUrl(decodeURI(url), request.session);
      const title = text(row, 'Title') ?? String(row['FileLeafRef']);
      const words = typeof message === 'string' && message !== '' ? `<p>${escapedText(message)}</p>` : '';
      keepMail({
        From: null, To: texts(recipientEmails), CC: [], BCC: [], AdditionalHeaders: {}, Subject: `${request.session.user.title} shared "${title}" with you`,
        Body: `${words}<p><a href="${encodeURI(decodeURI(url))}">${escapedText(title)}</a></p>`,
      }, request.session);
      return voidAnswer(segment);
    },
  };
}
