import { wrongArgument } from '../model/refusals.ts';
import { argument, bodyProperties, voidAnswer } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { decodedUrl } from './createInfo.ts';
import { fileAt, folderAt } from './place.ts';
import { copyFile, copyFolder, moveFile, moveFolder, type Options } from './transfer.ts';

type Work = (from: string, to: string, options: Options, session: Session) => void;

/** Each method takes whole addresses, as texts (`srcUrl`) or as paths (`srcPath`). */
const methods: Readonly<Record<string, Work>> = {
  copyfile: (from, to, options, session) => { copyFile(fileAt(from, session), to, options, session); },
  movefile: (from, to, options, session) => { moveFile(fileAt(from, session), to, options, session); },
  copyfolder: (from, to, options, session) => { copyFolder(folderAt(from, session), to, options, session); },
  movefolder: (from, to, options, session) => { moveFolder(folderAt(from, session), to, options, session); },
};

/** `SP.MoveCopyUtil`: `CopyFile`, `MoveFile`, `CopyFolder`, `MoveFolder`, and each `…ByPath`. Recorded: they answer without a result. */
export function moveCopyChild(segment: PathSegment): Resource | undefined {
  const name = /^sp\.movecopyutil\.(\w+?)(bypath)?$/.exec(segment.name)?.[1];
  const work = name !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
  return work && {
    post: (request: ResourceRequest) => {
      const { srcPath, destPath, srcUrl, destUrl, options } = bodyProperties(request);
      const [from, to] = [decodedUrl(srcPath ?? srcUrl), decodedUrl(destPath ?? destUrl)];
      if (from === undefined || to === undefined) throw wrongArgument();
      const keepBoth = typeof options === 'object' && options !== null && 'KeepBoth' in options && options.KeepBoth === true;
      work(unescaped(from), unescaped(to), { overwrite: argument(segment, 'overwrite', 0) === true, keepBoth }, request.session);
      return voidAnswer(segment);
    },
  };

  /** Addresses of the older methods may be escaped; a path is never. */
  function unescaped(url: string): string {
    if (segment.name.endsWith('bypath')) return url;
    try {
      return decodeURI(url);
    } catch {
      return url;
    }
  }
}
