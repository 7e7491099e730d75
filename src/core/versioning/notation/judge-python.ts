// A list of versions under a specifier of Python: which are admitted, which wait, which are left out and by which clause. The version
// specifiers specification (PEP 440), "Version specifiers" and "Handling of pre-releases".
import {
  type ClauseRefusal,
  describeRefusal,
  formatClause,
  isPostrelease,
  isPrerelease,
  namesPrerelease,
  type PrereleasePolicy,
  type Problem,
  parseSpecifierSet,
  refusalsOf,
  type SpecifierSet,
} from '@/core/python';
import { foreignNotation } from './foreign-notation';
import type { ListedVersion } from './listed-version';

export type PythonVerdict =
  /** In, and for a pre-release what lets it in. */
  | { readonly kind: 'admitted'; readonly prerelease: 'none' | 'named' | 'asked-for' | 'nothing-else' }
  /** A pre-release in range that waits until nothing stable fits. */
  | { readonly kind: 'waits' }
  /** A pre-release in range where none is wanted. */
  | { readonly kind: 'prerelease' }
  | { readonly kind: 'refused'; readonly by: readonly ClauseRefusal[] };

/** A specifier as read: the set, or what is wrong with the text, and what to write instead where that is known. */
export type PythonReading =
  | { readonly set: SpecifierSet; readonly problems?: never }
  | { readonly set?: never; readonly problems: readonly Problem[]; readonly instead: string | undefined };

/** What may be said of pre-releases: the default first. */
export const PRERELEASE_POLICIES = ['if-needed', 'allow', 'refuse'] as const satisfies readonly PrereleasePolicy[];

/** Clauses beyond these say nothing that fewer couldn't, and each is asked of every version. */
const MOST_CLAUSES = 100;

/**
 * Reads a specifier. Where it is written in another ecosystem's notation, the problem says whose, and what to write instead.
 *
 * Problems: those of `parseSpecifierSet`, `specifier/foreign`, `specifier/too-many`.
 *
 * @example readPython('^1.2').instead // → '>=1.2,<2'
 */
export function readPython(text: string): PythonReading {
  const { value, problems } = parseSpecifierSet(text);
  if (value === undefined) {
    const foreign = foreignNotation(text);
    if (foreign !== undefined) return { problems: [foreign.problem], instead: foreign.instead };
    return { problems, instead: undefined };
  }
  if (value.clauses.length > MOST_CLAUSES) {
    const message = `More than ${MOST_CLAUSES} clauses aren’t looked at here: this has ${value.clauses.length}.`;
    return {
      problems: [{ code: 'specifier/too-many', at: { start: 0, end: text.length }, message }],
      instead: undefined,
    };
  }
  return { set: value };
}

/**
 * A verdict for each version of the list, in its order ("Version specifiers", "Handling of pre-releases").
 *
 * @example judgeByPython(readPython('>=1').set, readVersionList('1.0 1.1rc1').versions, 'if-needed').map(({ kind }) => kind) // → ['admitted', 'waits']
 */
export function judgeByPython(
  set: SpecifierSet,
  versions: readonly ListedVersion[],
  policy: PrereleasePolicy,
): readonly PythonVerdict[] {
  const refusals = versions.map(({ version }) => refusalsOf(set, version));
  const hasFinal = versions.some(({ version }, at) => refusals[at]?.length === 0 && !isPrerelease(version));
  const prereleases = ofPrereleases(set, policy, hasFinal);
  return versions.map(({ version }, at): PythonVerdict => {
    const by = refusals[at] ?? [];
    if (by.length > 0) return { kind: 'refused', by };
    return isPrerelease(version) ? prereleases : { kind: 'admitted', prerelease: 'none' };
  });
}

/** What becomes of every pre-release in range. */
function ofPrereleases(set: SpecifierSet, policy: PrereleasePolicy, hasFinal: boolean): PythonVerdict {
  switch (policy) {
    case 'refuse':
      return { kind: 'prerelease' };
    case 'allow':
      return { kind: 'admitted', prerelease: 'asked-for' };
    case 'if-needed':
      if (namesPrerelease(set)) return { kind: 'admitted', prerelease: 'named' };
      return hasFinal ? { kind: 'waits' } : { kind: 'admitted', prerelease: 'nothing-else' };
  }
}

/**
 * A verdict as a sentence.
 *
 * @example describePythonVerdict({ kind: 'waits' }, readPython('>=1').set, readVersionList('1.1rc1').versions[0]) // → '1.1rc1 is in range, but a pre-release waits until nothing stable fits.'
 */
export function describePythonVerdict(verdict: PythonVerdict, set: SpecifierSet, listed: ListedVersion): string {
  const { text, version } = listed;
  switch (verdict.kind) {
    case 'waits':
      return `${text} is in range, but a pre-release waits until nothing stable fits.`;
    case 'prerelease':
      return `${text} is in range, but it’s a pre-release, and none is let in.`;
    case 'refused':
      return verdict.by
        .slice(0, MOST_SAID)
        .map((refusal) => describeRefusal(refusal, version))
        .join(' ');
    case 'admitted':
      return `${admittedBy(set, text)}${alsoOf(verdict, listed)}`;
  }
}

/** The first clauses that refuse say enough. */
const MOST_SAID = 2;

function admittedBy({ clauses }: SpecifierSet, text: string): string {
  const [first, ...others] = clauses;
  if (first === undefined) return `No clause says anything, so ${text} is in.`;
  if (others.length === 0) return `${text} meets ${formatClause(first)}.`;
  return clauses.length > 4
    ? `${text} meets all ${clauses.length} clauses.`
    : `${text} meets ${others.length === 1 ? 'both' : 'every one of'} ${clauses.map(formatClause).join(' and ')}.`;
}

function alsoOf(verdict: PythonVerdict & { readonly kind: 'admitted' }, { version }: ListedVersion): string {
  switch (verdict.prerelease) {
    case 'named':
      return ' It’s a pre-release, and the specifier names one, so they count.';
    case 'asked-for':
      return ' It’s a pre-release, and those are asked for.';
    case 'nothing-else':
      return ' It’s a pre-release, and nothing stable fits.';
    case 'none':
      if (version.local.length > 0) return ' What follows “+” is a local version, and the public one decides.';
      return isPostrelease(version) ? ' A post release comes right after its release.' : '';
  }
}
