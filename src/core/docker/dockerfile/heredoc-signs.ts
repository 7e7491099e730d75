// `<<name` in a line: buildkit parser, parser.go (heredocsFromLine, ParseHeredoc).
import { quote } from './quote';
import { type Lexed, type Lexing, lexShell } from './shell-lex';
import type { Refused } from './shell-pattern';

/** What the sign of a heredoc says of the lines that follow. */
export interface HeredocSign {
  readonly name: string;
  readonly fileDescriptor: number;
  readonly expand: boolean;
  readonly chomp: boolean;
}

const NO_VARIABLES = new Map<string, string>();
const LINE: Lexing = { escape: '\\', environment: NO_VARIABLES, rawQuotes: true, rawEscapes: true, keepUnset: true };
const NAME: Lexing = { escape: '\\', environment: NO_VARIABLES, keepUnset: true };
const NAME_RAW: Lexing = { ...NAME, rawQuotes: true };

/** The signs of a line in their order, or the builder’s sentence where one can’t be read. */
export function heredocSigns(line: string): readonly HeredocSign[] | Refused {
  if (!line.includes('<<')) return [];
  const signs: HeredocSign[] = [];
  for (const word of lexShell(line, LINE).words) {
    const sign = readHeredocSign(word);
    if (sign === undefined) continue;
    if ('problem' in sign) return sign;
    signs.push(sign);
  }
  return signs;
}

/** A word as the sign of a heredoc; undefined if it is none. */
export function readHeredocSign(word: string): HeredocSign | Refused | undefined {
  const opening = /^(\d*)<<(-?)[\t\n\f\r ]*/.exec(word);
  if (opening === null) return undefined;
  const rest = word.slice(opening[0].length);
  if (rest === '' || rest.includes('<')) return undefined;
  const plain = lexShell(rest, NAME);
  if (plain.problem !== undefined) return refused(rest, plain);
  const name = plain.words[0];
  if (plain.words.length !== 1 || name === undefined) return undefined;
  const raw = lexShell(rest, NAME_RAW);
  if (raw.problem !== undefined) return refused(rest, raw);
  if (raw.words.length !== 1) {
    return { problem: `internal lexing of heredoc produced inconsistent results: ${rest}` };
  }
  return {
    name,
    fileDescriptor: Number(opening[1] ?? 0),
    // A quote anywhere in the name leaves the lines as they are.
    expand: countQuotes(name) === countQuotes(raw.words[0] ?? ''),
    chomp: opening[2] === '-',
  };
}

function refused(rest: string, lexed: Lexed): Refused {
  return { problem: `failed to process ${quote(rest)}: ${lexed.problem}` };
}

function countQuotes(text: string): number {
  let count = 0;
  for (const unit of text) if (unit === "'" || unit === '"') count++;
  return count;
}

/** Lines without the tabs that they begin with: `<<-`. */
export function chompTabs(content: string): string {
  return content.replace(/(^|\n)\t+/g, '$1');
}
