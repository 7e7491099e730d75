/** Progress as a file: JSON text, one record a line. Reading it is import-progress.ts. */
import type { Json } from './json';
import type { Progress } from './progress';
import { progressDocument } from './progress-document';

/**
 * Progress → the text of its file.
 *
 * @example formatProgress(noProgress) // '{\n"format": "shipshape-progress",\n"schema": 2,\n"records": []\n}\n'
 */
export function formatProgress(progress: Progress): string {
  const { records, ...head } = progressDocument(progress);
  const lines = Array.isArray(records) ? records.map((record: Json) => JSON.stringify(record)) : [];
  const heads = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n${heads.join('')}"records": [${lines.length > 0 ? `\n${lines.join(',\n')}\n` : ''}]\n}\n`;
}
