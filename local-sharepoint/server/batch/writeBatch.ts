import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { BatchPartAnswer } from './batchPart.ts';

/** Writes the answers in the order of the requests, without change sets. Recorded: exemplar "batch-error-404". */
export function writeBatch(answers: readonly BatchPartAnswer[]): { contentType: string; body: string } {
  const boundary = `batchresponse_${randomUUID()}`;
  const parts = answers.map(({ status, headers, body }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name.toUpperCase()}: ${value}\r\n`).join('');
    return `--${boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines}\r\n${body}\r\n`;
  });
  return { contentType: `multipart/mixed; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}
