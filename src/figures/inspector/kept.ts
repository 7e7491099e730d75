/** What is known of the reader’s own files: their reports, and how two of them compare. In memory only, the last few. */
import type { ComparisonReport, FileReport } from './report';

const KEPT = 6;
const reports = new Map<string, FileReport>();
const comparisons = new Map<string, ComparisonReport>();
const files = new Map<string, File>();

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) if (map.size > KEPT) map.delete(oldest);
}

/** @param file itself, to be compared later: a handle, not its bytes */
export function keepReport(report: FileReport, file?: File): void {
  keep(reports, report.sha256, report);
  if (file !== undefined) keep(files, report.sha256, file);
}

export const keptReport = (sha256: string): FileReport | undefined => reports.get(sha256);
export const keptFile = (sha256: string): File | undefined => files.get(sha256);

export const comparisonKey = (left: string, right: string): string => `${left} ${right}`;

export function keepComparison(left: string, comparison: ComparisonReport): void {
  keep(comparisons, comparisonKey(left, comparison.sha256), comparison);
}

export const keptComparison = (key: string): ComparisonReport | undefined => comparisons.get(key);
