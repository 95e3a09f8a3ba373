import type { LocalSharePoint } from '../localSharePoint.ts';

/** Adds `Post number 1` … over REST, 100 a batch, as different people. */
export async function addPosts(sharePoint: LocalSharePoint, count: number, writers: readonly string[] = ['lotte.jansen@contoso.example', 'kwame.asante@contoso.example', 'yusuf.demir@contoso.example']): Promise<void> {
  const address = `${sharePoint.site}/_api/web/getlist('/sites/intranet/Lists/SchilPosts')/items`;
  for (let at = 0; at < count; at += 100) {
    const parts = Array.from({ length: Math.min(100, count - at) }, (_, offset) => {
      const number = at + offset + 1;
      const body = { Title: `Post number ${number}`, Key: `number-${number}`, Body: `<p>Post number ${number}</p>${'<p>With a few more words, so that posts differ in height.</p>'.repeat(number % 4)}` };
      return `--c\n\nPOST ${address} HTTP/1.1\naccept: application/json;odata=nometadata\n\n${JSON.stringify(body)}\n`;
    });
    const { text } = await sharePoint.ask('$batch', {
      as: writers[(at / 100) % writers.length] ?? '', method: 'POST', headers: { 'content-type': 'multipart/mixed; boundary=b' },
      body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n`,
    });
    const added = text.match(/^HTTP\/1\.1 201/gm)?.length ?? 0;
    if (added !== parts.length) throw new Error(`Only ${added} of ${parts.length} posts were added: ${text.slice(0, 500)}`);
  }
}
