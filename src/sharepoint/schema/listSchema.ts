/** Types of column that this product uses. */
export type ColumnType = 'Text' | 'Note' | 'Number' | 'DateTime';

export interface ColumnSchema {
  /** Internal name: never renamed. */
  readonly name: string;
  readonly type: ColumnType;
  /** What the owner sees in the list's settings. */
  readonly title: string;
  readonly indexed?: boolean;
  readonly unique?: boolean;
}

/**
 * Who may do what with the rows of a list (docs/design.md, Storage and Roles). Owners may do everything.
 * - `participantsWrite`: everybody reads, participants add, and change their own.
 * - `participantsPrivate`: participants add, and read and change their own; nobody else sees them.
 * - `participantsReport`: the same, and editors read and change all.
 * - `participantsAdd`: everybody reads, participants add and can change nothing, editors change all: libraries have no item-level security.
 * - `editorsWrite`: everybody reads, editors write. `editorsOnly`: editors read and write, nobody else.
 * - `ownersWrite`: everybody reads.
 */
export type ListUse = 'participantsWrite' | 'participantsPrivate' | 'participantsReport' | 'participantsAdd' | 'editorsWrite' | 'editorsOnly' | 'ownersWrite';

/** One list of the product. Set-up makes it and repositories ask it. */
export interface ListSchema {
  /** The last part of its address, and its title when it is made. */
  readonly name: string;
  /** A document library stands beside `Lists/`, not below it. */
  readonly isLibrary?: true;
  readonly description: string;
  readonly columns: readonly ColumnSchema[];
  readonly use: ListUse;
  /** Columns of the list's own "All Items" view. */
  readonly viewColumns: readonly string[];
  /** Rows that say nothing to who searches, or are not for everybody, are kept out of search. */
  readonly isSearched: boolean;
}

/** Columns are added over time; a site whose settings name a lower version wants *Set up* again. */
export const schemaVersion = 2;

export const keyColumn: ColumnSchema = { name: 'Key', type: 'Text', title: 'Key', indexed: true, unique: true };

/**
 * SharePoint refuses unique values where people read only their own items: a refused value would tell that somebody else has it.
 * Who writes such rows looks for the key first, and who reads them counts each key once.
 */
export const privateKeyColumn: ColumnSchema = { name: 'Key', type: 'Text', title: 'Key', indexed: true };
