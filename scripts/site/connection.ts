import type { Product, Client } from './product.ts';

/** A site that the import may write to. */
export interface Connection {
  readonly product: Product;
  readonly client: Client;
  /** `http://127.0.0.1:4321` when it is a local SharePoint, whose organisation people can be added to. */
  readonly local: string | undefined;
}
