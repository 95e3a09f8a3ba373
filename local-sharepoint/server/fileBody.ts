/**
 * Whether a call's body is the bytes of a file, whatever its content type says: clients send `application/json` with them, too.
 * What is sent to CSOM's address is XML, and is not read either.
 * `path` is decoded, without its query.
 */
export function isFileBody(path: string): boolean {
  return /\/(?:attachmentfiles|files)\/add(?:usingpath)?(?:\(|$)|\/(?:start|continue|finish)upload\(|\/\$value$|\/savebinarystream(?:\(|$)|\/setmyprofilepicture$|(?:tenant|sitecollection)appcatalog\/add\(|\/addthumbnailfielddata\(|^processquery$/i.test(path);
}
