import { addToContentTypes, takeOutOfContentTypes, type JoinedTypes } from '../contentTypes/listContentTypes.ts';
import { logChange } from '../changes/changeLog.ts';
import type { ChangeTypeName } from '../changes/changeTypes.ts';
import { demand, notHereYet } from '../model/refusals.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { addColumn, dropColumn } from '../storage/itemTables.ts';
import { holderOf, type FieldHolder } from './fieldHolder.ts';
import { listCatalogue } from './listCatalogue.ts';
import { removeSiteColumn, saveSiteColumn, siteColumns } from './siteColumns.ts';
import { removeFieldFromViews } from './views.ts';

/** Where columns are added, changed and removed. */
export interface FieldPlace extends FieldHolder {
  readonly session: Session;
  /** Undefined for the columns of a web. */
  readonly list: ListSchema | undefined;
  /** Refuses whoever may not change columns here. */
  demandChange(): void;
  /** `joined`: the content types of a list that get the column. */
  insert(field: FieldSchema, joined: JoinedTypes): void;
  save(field: FieldSchema): void;
  remove(field: FieldSchema): void;
}

export function listPlace(session: Session, list: ListSchema): FieldPlace {
  const save = (field: FieldSchema, type: ChangeTypeName): void => {
    logChange(session.database, { kind: 'Field', type, webId: session.webId, listId: list.id, objectId: field.id }, session.now());
    listCatalogue(session.database, session.webId).save(list);
  };
  return {
    ...holderOf(list), session, list,
    get fields() { return list.fields; },
    demandChange: () => demand(session.permissions.onList(list), 'ManageLists'),
    insert: (field, joined) => {
      addColumn(session.database, list, field);
      addToContentTypes(list, field, joined);
      list.fields = [...list.fields, field];
      save(field, 'Add');
    },
    save: (field) => save(field, 'Update'),
    remove: (field) => {
      dropColumn(session.database, list, field);
      list.fields = list.fields.filter((other) => other !== field);
      takeOutOfContentTypes(list, field);
      removeFieldFromViews(session.database, list, field.internalName);
      save(field, 'DeleteObject');
    },
  };
}

/** The columns of a web. Those that it came with stay as they are. */
export function webPlace(session: Session): FieldPlace {
  const { database, webId } = session;
  const log = (field: FieldSchema, type: ChangeTypeName): void => logChange(database, { kind: 'Field', type, webId, objectId: field.id }, session.now());
  return {
    kind: 'web', id: webId, scope: session.siteUrl, address: 'Web', library: false, session, list: undefined,
    get fields() { return siteColumns(database, webId); },
    demandChange: () => demand(session.permissions.onWeb(), 'ManageLists'),
    insert: (field) => {
      saveSiteColumn(database, webId, field);
      log(field, 'Add');
    },
    save: (field) => {
      if (isBuiltIn(field)) throw notHereYet('changing the columns that every site has');
      saveSiteColumn(database, webId, field);
      log(field, 'Update');
    },
    remove: (field) => {
      if (isBuiltIn(field)) throw notHereYet('deleting the columns that every site has');
      removeSiteColumn(database, webId, field.id);
      log(field, 'DeleteObject');
    },
  };
}

function isBuiltIn({ fromBaseType, properties }: FieldSchema): boolean {
  return fromBaseType || properties['BuiltIn'] === true;
}
