import type { Row } from '../connection/parse';

/** A row of a list as SharePoint answers it, with its author expanded. */
export function postRow(id: number, more: Row = {}): Row {
  return {
    'odata.etag': `"${id},1"`, Id: id, Body: `<p>Post ${id}</p>`, Key: `key-${id}`, Created: '2026-11-24T09:00:00Z', Modified: '2026-11-24T09:00:00Z', OData__UIVersionString: '1.0', ThemeId: null,
    Author: authorRow(3), ...more,
  };
}

export function replyRow(id: number, postId: number, more: Row = {}): Row {
  return { ...postRow(id), PostId: postId, ...more };
}

export function reactionRow(id: number, postId: number, more: Row = {}): Row {
  return { Id: id, PostId: postId, TargetKind: 'post', TargetId: postId, Kind: 'like', Author: authorRow(3), ...more };
}

export function authorRow(id: number): Row {
  return { Id: id, Title: `Person ${id}`, EMail: `person${id}@contoso.example`, JobTitle: null, Department: 'Sales' };
}
