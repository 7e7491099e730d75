// A specifier written in another ecosystem's notation: npm's and Poetry's caret and tilde, Ruby's ~>, wildcards, bare versions, spaces and bars
// between clauses. The version specifiers specification (PEP 440) takes none of them; this says whose it is and what to write instead.
import { type Problem, problemAt, readSpecifierSet, readVersion, type Version } from '@/core/python';
import { intentTexts } from './intent';

export interface ForeignNotation {
  /** `specifier/foreign`, with its place and whose notation it is. */
  readonly problem: Problem;
  /** The same in a specifier, where there is one. */
  readonly instead: string | undefined;
}

interface Rule {
  readonly form: RegExp;
  readonly says: string;
  readonly instead: (version: Version, written: string) => string | undefined;
}

const caret = (version: Version) => intentTexts('compatible', version)?.python;

/** What a clause may look like elsewhere; the first that fits is meant. */
const RULES: readonly Rule[] = [
  { form: /^\^\s*(.*)$/, says: 'The caret is npm’s and Poetry’s notation.', instead: caret },
  {
    form: /^~>\s*(.*)$/,
    says: '“~>” is Ruby’s notation.',
    instead: (version, written) => (version.release.length > 1 ? `~=${written}` : `>=${written}`),
  },
  {
    form: /^~(?!=)\s*(.*)$/,
    says: 'The tilde alone is npm’s and Cargo’s notation.',
    instead: (version, written) => (version.release.length > 2 ? `~=${written}` : `==${written}.*`),
  },
  { form: /^=(?!=)\s*(.*)$/, says: 'One “=” is npm’s and Cargo’s notation.', instead: (_, written) => `==${written}` },
];

/** Longer texts are nobody's range; and the forms below look at the whole text. */
const LONGEST = 300;

/**
 * Whose notation a text is that is no specifier; undefined when it's none that is known.
 *
 * @example foreignNotation('^1.2')?.problem.message // → 'The caret is npm’s and Poetry’s notation. A specifier says >=1.2,<2.'
 */
export function foreignNotation(text: string): ForeignNotation | undefined {
  if (text.length > LONGEST) return undefined;
  return ofWhole(text) ?? ofClauses(text);
}

/** What joins clauses elsewhere: bars, a hyphen between versions, mere spaces, a star alone. */
function ofWhole(text: string): ForeignNotation | undefined {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const at = (from: number, to: number) => ({ from: start + from, to: start + to });
  if (trimmed === '*' || trimmed === 'latest') {
    return foreign(
      text,
      at(0, trimmed.length),
      `“${trimmed}” is npm’s notation.`,
      undefined,
      'Any version is no clause at all: leave the field empty.',
    );
  }
  const bars = trimmed.indexOf('||');
  if (bars !== -1) {
    return foreign(
      text,
      at(bars, bars + 2),
      '“||” is npm’s notation.',
      undefined,
      'A specifier has no “or”: its clauses must all hold.',
    );
  }
  const hyphen = /^(\S+)\s+-\s+(\S+)$/.exec(trimmed);
  if (hyphen !== null) {
    const [, low = '', high = ''] = hyphen;
    return foreign(
      text,
      at(low.length, trimmed.length - high.length),
      'A hyphen between versions is npm’s notation.',
      `>=${low},<=${high}`,
    );
  }
  const joined = trimmed.split(/\s+(?=[<>=!~])/).join(',');
  const gap = trimmed.search(/\s+(?=[<>=!~])/);
  if (gap > 0 && !trimmed.slice(0, gap).endsWith(',') && readSpecifierSet(joined) !== undefined) {
    return foreign(text, at(gap, gap + 1), 'Clauses side by side are npm’s notation.', joined);
  }
  return undefined;
}

function ofClauses(text: string): ForeignNotation | undefined {
  const clauses = text.split(',');
  let at = 0;
  let found: { readonly says: string; readonly from: number; readonly to: number } | undefined;
  const instead: (string | undefined)[] = [];
  for (const clause of clauses) {
    const trimmed = clause.trim();
    const from = at + clause.indexOf(trimmed);
    at += clause.length + 1;
    const read = trimmed === '' || readSpecifierSet(trimmed) !== undefined ? undefined : readForeign(trimmed);
    if (read === undefined) {
      instead.push(trimmed);
      continue;
    }
    found ??= { says: read.says, from, to: from + trimmed.length };
    instead.push(read.instead);
  }
  if (found === undefined) return undefined;
  const whole = instead.includes(undefined) ? undefined : instead.filter((clause) => clause !== '').join(',');
  return foreign(text, found, found.says, whole);
}

function readForeign(clause: string): { readonly says: string; readonly instead: string | undefined } | undefined {
  const wild = /^([<>=^~]*)\s*(\d+(?:\.\d+)*)\.[x*X](?:\.[x*X])*$/.exec(clause);
  if (wild !== null) {
    const [, operator = '', numbers = ''] = wild;
    const says = '“.x” and “.*” behind any operator are npm’s notation.';
    if (operator === '' || operator === '=')
      return { says: '“1.x” without an operator is npm’s notation.', instead: `==${numbers}.*` };
    return { says, instead: operator === '>=' || operator === '<' ? `${operator}${numbers}` : undefined };
  }
  for (const { form, says, instead } of RULES) {
    const written = form.exec(clause)?.[1];
    if (written === undefined) continue;
    const version = readVersion(written);
    return { says, instead: version && instead(version, written) };
  }
  const bare = readVersion(clause);
  if (bare === undefined) return undefined;
  return { says: 'A bare version is npm’s and Cargo’s notation.', instead: `==${clause}` };
}

function foreign(
  _text: string,
  { from, to }: { readonly from: number; readonly to: number },
  says: string,
  instead: string | undefined,
  more?: string,
): ForeignNotation {
  const isGood = instead !== undefined && readSpecifierSet(instead) !== undefined;
  const rest = more ?? (isGood ? `A specifier says ${instead}.` : 'A specifier has operators such as >=, < and ~=.');
  return {
    problem: problemAt('specifier/foreign', from, to, `${says} ${rest}`),
    instead: isGood ? instead : undefined,
  };
}
