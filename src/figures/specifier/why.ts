/** Why the version that is asked about is in or out, in each notation. */
import { describeCargoVerdict, describeNpmVerdict, describePythonVerdict } from '@/core/versioning';
import type { ReadState } from './reading';
import type { SpecifierState } from './state';

export interface Why {
  readonly version: string;
  readonly lines: readonly { readonly who: string; readonly says: string }[];
}

export function whyOf({ asked, beside }: SpecifierState, read: ReadState): Why | undefined {
  const { list, python, npm, cargo } = read;
  const at = list.versions.findIndex(({ text }) => text === asked);
  const listed = list.versions[at];
  const verdict = python.verdicts[at];
  if (listed === undefined || verdict === undefined) return undefined;
  const yanked = listed.yanked ? ' It was yanked: an installer passes it over unless it alone is pinned.' : '';
  const lines = [{ who: 'Python', says: `${describePythonVerdict(verdict, python.set, listed)}${yanked}` }];
  const npmVerdict = npm.verdicts?.[at];
  if (beside && npm.reading !== undefined && npmVerdict !== undefined) {
    lines.push({ who: 'npm', says: describeNpmVerdict(npmVerdict, npm.reading, listed) });
  }
  const cargoVerdict = cargo.verdicts?.[at];
  if (beside && cargo.reading !== undefined && cargoVerdict !== undefined) {
    lines.push({ who: 'Cargo', says: describeCargoVerdict(cargoVerdict, cargo.reading, listed) });
  }
  return { version: listed.text, lines: joined(lines) };
}

/** Where the next one says the same, it is said once: npm and Cargo often do. */
function joined(lines: Why['lines']): Why['lines'] {
  const kept: { who: string; says: string }[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    if (last?.says === line.says) last.who = `${last.who} and ${line.who}`;
    else kept.push({ ...line });
  }
  return kept;
}
