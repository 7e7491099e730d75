// Release series: the versions of a project that share their first number, or their first two.
import type { ListedVersion } from './listed-version';

export interface Series {
  /** `1.26`, or `2024` where the first number alone makes a series. */
  readonly label: string;
  readonly versions: readonly ListedVersion[];
}

/** Above this many versions to a first number, the first two make a series. */
const MANY = 12;

/**
 * A list, ascending, as series in their order. Where a first number has very many versions, the first two numbers make a series.
 *
 * @example seriesOf(readVersionList('1.0 1.1 2.0').versions).map(({ label }) => label) // → ['1', '2']
 */
export function seriesOf(versions: readonly ListedVersion[]): readonly Series[] {
  const majors = new Set(versions.map((listed) => labelOf(listed, 1)));
  const depth = versions.length > majors.size * MANY ? 2 : 1;
  const series: { label: string; versions: ListedVersion[] }[] = [];
  for (const listed of versions) {
    const label = labelOf(listed, depth);
    const last = series.at(-1);
    if (last?.label === label) last.versions.push(listed);
    else series.push({ label, versions: [listed] });
  }
  return series;
}

function labelOf({ version: { epoch, release } }: ListedVersion, depth: 1 | 2): string {
  const numbers = depth === 1 ? [release[0]] : [release[0], release[1] ?? 0];
  return `${epoch === 0 ? '' : `${epoch}!`}${numbers.join('.')}`;
}
