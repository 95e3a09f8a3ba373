/** Types of column that this product uses. */
export type ColumnType = 'Text' | 'Note' | 'Number';

export interface ColumnSchema {
  /** Internal name: never renamed. */
  readonly name: string;
  readonly type: ColumnType;
  /** What the owner sees in the list's settings. */
  readonly title: string;
  readonly indexed?: boolean;
  readonly unique?: boolean;
}

/** Who may do what with the rows of a list (docs/design.md, Storage and Roles). */
export type ListUse = 'participantsWrite' | 'editorsWrite' | 'ownersWrite';

/** One list of the product. Set-up makes it and repositories ask it. */
export interface ListSchema {
  /** The last part of its address, `Lists/<name>`, and its title when it is made. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly ColumnSchema[];
  readonly use: ListUse;
  /** Columns of the list's own "All Items" view. */
  readonly viewColumns: readonly string[];
}

/** Columns are added over time; a site whose settings name a lower version wants *Set up* again. */
export const schemaVersion = 1;

export const keyColumn: ColumnSchema = { name: 'Key', type: 'Text', title: 'Key', indexed: true, unique: true };
