// Reading the text of direct_url.json, with each problem at its place. Follows the direct URL data structure (PEP 610),
// "Specification", and RFC 8259, "JSON Grammar".
import { type DocumentNode, evaluate, parse, type ValueNode } from '@humanwhocodes/momoa';
import { type Parsed, type Part, type Problem, problemAt } from '../problem';
import { type DirectUrl, type DirectUrlProblem, type JsonValue, readDirectUrl } from './direct-url';

/** The parts are the values that stand at the top of the document, by their key. */
export type DirectUrlPart = 'key' | 'value';

/** Deeper nesting than this is refused: the JSON reader works by recursion. direct_url.json has three levels. */
const MAX_JSON_DEPTH = 100;

/**
 * Reads direct_url.json. Of a key that comes twice, the last counts, as in Python.
 *
 * Problems: `direct-url/json`, `direct-url/nesting`, and those of `readDirectUrl`. Follows (Direct URL data structure,
 * "Specification").
 *
 * @example parseDirectUrl('{"url": 3, "dir_info": {}}').problems.map((problem) => problem.at) // → [{ start: 8, end: 9 }]
 */
export function parseDirectUrl(text: string): Parsed<DirectUrl, DirectUrlPart> {
  const read = readJson(text);
  if ('problem' in read) return { value: undefined, parts: [], problems: [read.problem] };
  const { body } = read;
  const parts = partsOf(text, body);
  const reading = readDirectUrl(evaluate(body) as JsonValue);
  if (reading.problem === undefined) return { value: reading.directUrl, parts, problems: [] };
  return { value: undefined, parts, problems: [locate(text, body, reading.problem)] };
}

function readJson(text: string): DocumentNode | { readonly problem: Problem } {
  const tooDeep = deepestBracket(text);
  if (tooDeep !== undefined) {
    const message = `Objects and lists may be ${MAX_JSON_DEPTH} deep at most.`;
    return { problem: problemAt('direct-url/nesting', tooDeep, tooDeep + 1, message) };
  }
  try {
    return parse(text, { mode: 'json', ranges: true });
  } catch (error) {
    const offset = error instanceof Error && 'offset' in error ? Number(error.offset) : 0;
    const start = Math.min(Number.isFinite(offset) ? offset : 0, text.length);
    const message = 'This is no JSON: look for a missing comma, quote or bracket here.';
    return { problem: problemAt('direct-url/json', start, Math.min(start + 1, text.length), message) };
  }
}

/** The first bracket that goes deeper than the bound. */
function deepestBracket(text: string): number | undefined {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '{' || character === '[') {
      if (depth === MAX_JSON_DEPTH) return at;
      depth++;
    } else if (character === '}' || character === ']') depth--;
  }
  return undefined;
}

function rangeOf(node: { readonly range?: readonly [number, number] }): readonly [number, number] {
  return node.range ?? [0, 0];
}

function partsOf(text: string, body: ValueNode): readonly Part<DirectUrlPart>[] {
  if (body.type !== 'Object') return [];
  return body.members.flatMap(({ name, value }) =>
    (
      [
        ['key', name],
        ['value', value],
      ] as const
    ).map(([kind, node]) => {
      const [start, end] = rangeOf(node);
      return { kind, at: { start, end }, text: text.slice(start, end) };
    }),
  );
}

/** The place of a problem: the value that its path leads to, or the object in which the path ends too early. */
function locate(text: string, body: ValueNode, { code, path, message }: DirectUrlProblem): Problem {
  let node = body;
  for (const key of path) {
    const member = node.type === 'Object' ? node.members.findLast(({ name }) => keyOf(name) === key) : undefined;
    if (member === undefined) break;
    node = member.value;
  }
  const [start, end] = rangeOf(node);
  // Of an object, the opening bracket is marked rather than all that is in it.
  return problemAt(code, start, node.type === 'Object' ? Math.min(start + 1, text.length) : end, message);
}

function keyOf(name: { readonly type: string; readonly value?: string; readonly name?: string }): string | undefined {
  return name.value ?? name.name;
}
