import { updateItem } from '../items/changeItems.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { argument, bodyProperties, voidAnswer } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { copyFile, moveFile, target } from './changeFiles.ts';
import { decodedUrl } from './createInfo.ts';
import { fileAt, folderAt } from './place.ts';

/** `SP.MoveCopyUtil`: `{srcPath, destPath, options}`, both addresses whole. */
export function moveCopyChild(segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'sp.movecopyutil.copyfilebypath': return called(segment, (from, to, overwrite, session) => { copyFile(fileAt(from, session), to, overwrite, session); });
    case 'sp.movecopyutil.movefilebypath': return called(segment, (from, to, overwrite, session) => { moveFile(fileAt(from, session), to, overwrite, session); });
    case 'sp.movecopyutil.movefolderbypath': return called(segment, (from, to, _overwrite, session) => { moveFolder(from, to, session); });
    default: return undefined;
  }
}

function called(segment: PathSegment, work: (from: string, to: string, overwrite: boolean, session: Session) => void): Resource {
  return {
    post: (request: ResourceRequest) => {
      const { srcPath, destPath, options } = bodyProperties(request);
      const [from, to] = [decodedUrl(srcPath), decodedUrl(destPath)];
      if (from === undefined || to === undefined) throw wrongArgument();
      if (typeof options === 'object' && options !== null && 'KeepBoth' in options && options.KeepBoth === true) throw notHereYet('moving and copying with KeepBoth');
      work(from, to, argument(segment, 'overwrite', 0) === true, request.session);
      return voidAnswer(segment);
    },
  };
}

/** Moves a folder with all that it holds within its library. */
function moveFolder(from: string, to: string, session: Session): void {
  const { list, row } = folderAt(from, session);
  const { folder, name } = target(to, session);
  if (!list || !row) throw fileNotFound();
  if (folder.list !== list) throw notHereYet('moving a folder to another library');
  updateItem(list, session, row, new Map([['FileLeafRef', name], ['FileDirRef', folder.url]]), false);
}
