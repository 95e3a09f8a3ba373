/** `npm run import -- stack-exchange DIR [--site URL]`: imports the conversations of a Stack Exchange community. */
import { CannotImport } from '../site/cannotImport.ts';
import { readOptions } from './commandLine.ts';
import { importStackExchange } from './importStackExchange.ts';
import { finalLine, printedReport } from './report/printReport.ts';
import { Progress } from '../progress.ts';

const started = Date.now();
process.on('SIGINT', () => {
  console.error('\nStopped. The same command goes on from here.');
  process.exit(130);
});
try {
  const { folder, site } = readOptions(process.argv.slice(2));
  const report = await importStackExchange(folder, site, new Progress(process.stderr));
  console.log(`\n${printedReport(report)}\n\n${finalLine(report, site, Date.now() - started)}`);
  process.exitCode = report.anyFailed ? 1 : 0;
} catch (error) {
  if (!(error instanceof CannotImport)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
