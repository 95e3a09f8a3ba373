/** `npm start`: builds what is missing, starts the local SharePoint with the package and sample content, and says where the page is. */
import { startIntranet } from './startIntranet.ts';

await startIntranet('npm start');
