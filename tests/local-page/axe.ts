import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with the page as it is now: rule, and where. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated, and not added as a script, which the page's script policy does not allow.
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }> } }).axe.run();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${String(target)} ${failureSummary}`));
  });
}
