// The regular expressions that patterns become, read as Go’s regexp reads them (regexp/syntax). Patterns make few kinds of them:
// characters, classes, repeated ones, folders, and whatever `|`, `{2}` or a backslash in a pattern happens to mean there.
import { type CharacterTest, escapedCharacter, namedClass, readClass, takeEscapedClass } from './character-class';

/** What an expression is made of, one after the other. */
export type Step =
  | { readonly kind: 'one' | 'maybe' | 'many'; readonly test: CharacterTest }
  // Nothing, or anything that ends with a slash: what two stars become.
  | { readonly kind: 'folders' }
  | { readonly kind: 'at'; readonly place: Place };

type Place = 'start' | 'end' | 'word edge' | 'no word edge';

const isNoLineEnd: CharacterTest = (code) => code !== 10;
const FOLDERS = '(.*/)?';
/** Steps of one expression; Go has a limit too, far above what a pattern needs. */
const MOST_STEPS = 50_000;

const PLACES = new Map<string, Place>([
  ['A', 'start'],
  ['z', 'end'],
  ['b', 'word edge'],
  ['B', 'no word edge'],
]);

/** The alternatives of an expression, each with its steps; undefined where Go can’t compile it. */
export function readExpression(text: string): readonly (readonly Step[])[] | undefined {
  let steps: Step[] = [];
  const alternatives = [steps];
  let wasRepeated = false;
  for (let at = 0; at < text.length; ) {
    if (text[at] === '|') {
      steps = [];
      alternatives.push(steps);
      wasRepeated = false;
      at++;
      continue;
    }
    const count = readCount(text, at);
    if (count !== undefined) {
      if (wasRepeated || !repeatLast(steps, count)) return undefined;
      wasRepeated = true;
      at = count.end;
    } else {
      const read = readSteps(text, at);
      if (read === undefined) return undefined;
      for (const step of read.steps) steps.push(step);
      wasRepeated = read.isRepeated;
      at = read.end;
    }
    if (steps.length > MOST_STEPS) return undefined;
  }
  return alternatives;
}

interface Read {
  readonly steps: readonly Step[];
  readonly end: number;
  readonly isRepeated: boolean;
}

/** What begins at `at`: an edge, a stretch that is quoted, folders, or a character that may be repeated. */
function readSteps(text: string, at: number): Read | undefined {
  const unit = text[at] ?? '';
  const next = text[at + 1] ?? '';
  if (text.startsWith(FOLDERS, at)) {
    return { steps: [{ kind: 'folders' }], end: at + FOLDERS.length, isRepeated: true };
  }
  const edge = unit === '^' ? 'start' : unit === '$' ? 'end' : undefined;
  if (edge !== undefined) return { steps: [{ kind: 'at', place: edge }], end: at + 1, isRepeated: false };
  const place = unit === '\\' ? PLACES.get(next) : undefined;
  if (place !== undefined) return { steps: [{ kind: 'at', place }], end: at + 2, isRepeated: false };
  if (unit === '\\' && next === 'Q') {
    const close = text.indexOf('\\E', at + 2);
    const end = close < 0 ? text.length : close;
    const steps = [...text.slice(at + 2, end)].map((character) => oneOf(character.codePointAt(0) ?? 0));
    return { steps, end: close < 0 ? end : end + 2, isRepeated: false };
  }
  const one = readOne(text, at);
  if (one === undefined) return undefined;
  const isRepeated = text[one.end] === '*';
  const step: Step = { kind: isRepeated ? 'many' : 'one', test: one.test };
  return { steps: [step], end: isRepeated ? one.end + 1 : one.end, isRepeated };
}

function oneOf(code: number): Step {
  return { kind: 'one', test: (other) => other === code };
}

/** A character or class that begins at `at`. */
function readOne(text: string, at: number): { readonly test: CharacterTest; readonly end: number } | undefined {
  const unit = text[at];
  if (unit === '.') return { test: isNoLineEnd, end: at + 1 };
  if (unit === '[') return readClass(text, at + 1, namedClass);
  if (unit === '\\') {
    const known = takeEscapedClass(text, at);
    if (known !== undefined) return known === 'unknown' ? undefined : known;
    const escaped = escapedCharacter(text, at + 1);
    return escaped && { test: (other) => other === escaped.code, end: escaped.end };
  }
  const code = text.codePointAt(at) ?? 0;
  return { test: (other) => other === code, end: at + (code > 0xffff ? 2 : 1) };
}

interface Count {
  readonly least: number;
  /** Undefined without a limit. */
  readonly most: number | undefined;
  readonly end: number;
}

const COUNT = /\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}/y;
const MOST_REPEATED = 1000;

/** `{2}`, `{2,}` or `{2,3}` at `at`; anything else in braces is what it says. */
function readCount(text: string, at: number): Count | undefined {
  COUNT.lastIndex = at;
  const read = COUNT.exec(text);
  if (read === null) return undefined;
  const least = Number(read[1]);
  const most = read[2] === undefined ? least : read[3] === undefined ? undefined : Number(read[3]);
  return { least, most, end: COUNT.lastIndex };
}

/** Puts the last step there as often as the count says; false where Go refuses it. */
function repeatLast(steps: Step[], count: Count): boolean {
  const { least } = count;
  const most = count.most ?? least;
  const step = steps.pop();
  if (step === undefined || least > MOST_REPEATED || most > MOST_REPEATED || most < least) return false;
  if (step.kind === 'folders') return false;
  if (step.kind === 'at') {
    if (least > 0) steps.push(step);
    return true;
  }
  for (let i = 0; i < least; i++) steps.push(step);
  if (count.most === undefined) steps.push({ ...step, kind: 'many' });
  else for (let i = least; i < most; i++) steps.push({ ...step, kind: 'maybe' });
  return true;
}
