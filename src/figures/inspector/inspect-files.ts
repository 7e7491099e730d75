/** What the worker answers: a reader’s file, looked into, and two files compared. Bounded by the core’s limits. */
import { refuseSize } from '@/core/wheel';
import { compareFiles } from './compare';
import { type Looked, lookInto } from './make-report';
import type { ComparisonReport, FileReport, Refusal } from './report';

/** A file that is yet to be read. */
export interface GivenFile {
  readonly name: string;
  readonly blob: Blob;
}

export interface InspectQuestion {
  readonly file: GivenFile;
  /** What it is compared with: the left side. */
  readonly against: GivenFile | undefined;
}

export type InspectAnswer =
  | { readonly kind: 'looked'; readonly report: FileReport; readonly comparison: ComparisonReport | undefined }
  | Refusal;

/** Where the work stands. */
export type Stage = 'reading' | 'opening' | 'checking' | 'comparing';

export async function inspectFiles(
  { file, against }: InspectQuestion,
  signal: AbortSignal,
  report: (stage: Stage) => void,
): Promise<InspectAnswer> {
  const looked = await read(file, report);
  if ('kind' in looked) return looked;
  if (against === undefined || signal.aborted) return { kind: 'looked', report: looked.report, comparison: undefined };
  const left = await read(against, report);
  if ('kind' in left) return left;
  report('comparing');
  const comparison = compareFiles(left.archive, looked.archive, looked.report.sha256);
  return { kind: 'looked', report: looked.report, comparison };
}

async function read({ name, blob }: GivenFile, report: (stage: Stage) => void): Promise<Looked | Refusal> {
  const tooLarge = refuseSize(blob.size);
  if (tooLarge !== undefined) return { kind: 'refused', name, message: tooLarge.message };
  report('reading');
  return lookInto(new Uint8Array(await blob.arrayBuffer()), name, report);
}
