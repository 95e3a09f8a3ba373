/** The import cannot be done at all; the message says what happened and what to do. */
export class CannotImport extends Error {}
