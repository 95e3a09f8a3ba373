import { CannotImport } from './cannotImport.ts';
import type { Connection } from './connection.ts';

/**
 * A form's dates are read in the site's time zone (PnP Core SDK: `ListItem.DateTimeToSharePointString`), and each has its own rules for summer
 * time. Only UTC needs no conversion; what is stored stays the same when the zone is changed back.
 */
export async function checkTimeZone({ product, client }: Connection): Promise<void> {
  const zone = product.recordOf(await client.web('regionalsettings/timezone').select('Description', 'Information')());
  const { Bias, DaylightBias } = product.recordOf(zone['Information']);
  if (Bias === 0 && DaylightBias === 0) return;
  throw new CannotImport(`The site's time zone is ${String(zone['Description'])}, in which SharePoint would read the dates of the dump. `
    + 'Set it to "(UTC) Coordinated Universal Time" under Site settings > Regional settings, run the import again, and set it back: the dates stay right.');
}
