/** Progress as one JSON value, as the file and the code hold it. Reading it is import-progress.ts. */
import type { JsonObject } from './json';
import { currentSchema } from './migrations';
import type { Progress } from './progress';
import { formatRecord } from './read-record';

/** What a document of ours calls itself. */
export const documentFormat = 'shipshape-progress';

/** Progress → its document, as JSON holds it. */
export const progressDocument = (progress: Progress): JsonObject => ({
  ...Object.fromEntries(progress.more),
  format: documentFormat,
  schema: currentSchema,
  records: [...progress.records.values()].map(formatRecord),
});
