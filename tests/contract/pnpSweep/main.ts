/** `npm run sweep:pnpjs`: calls every member of PnPjs on a local SharePoint of its own and writes `docs/pnpjs.md`. */
import { startLocalSharePoint } from '../../localSharePoint.ts';
import { sweep } from './sweep.ts';
import { writeTable } from './table.ts';

const sharePoint = await startLocalSharePoint('--empty');
try {
  const outcomes = await sweep(sharePoint);
  writeTable(outcomes);
  for (const [name, { answer, why }] of outcomes) if (answer === 'refused') console.log(`${name}: ${why}`);
} finally {
  await sharePoint.stop();
}
