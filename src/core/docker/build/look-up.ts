// Finding what was built before: which keys an operation’s inputs lead to together, by their own keys or by the content that is taken of
// them (buildkit solver/edge.go, solver/cachemanager.go), and under which key a new result is kept.
import type { CacheKeyParts, KeyInput } from '../cache/cache-key';
import {
  type CacheRecord,
  contentKey,
  freshKey,
  type InputKey,
  type KeyId,
  keysThrough,
  linkKeys,
  type OpenCache,
  rootKey,
} from '../cache/cache-store';
import { digestOfText } from '../files/content';
import type { Snapshot } from '../files/layer';
import { type Selected, select } from '../files/selection';
import { spend, WORK, type Work } from '../files/work';
import { NOTHING } from './execute';
import { missingSource, type StepProblem } from './step-problem';

/** The content of an input that an operation takes. */
export interface Content {
  readonly digest: string;
  readonly nodes: readonly Selected[];
}

/** The contents that were looked at, by input. */
export type TakenContent = ReadonlyMap<number, Content>;

/** An operation that is settled: what its result is, and by which keys it is known. */
export interface Known {
  /** Keys that the operations after it may be found by. */
  keys: readonly KeyId[];
  /** Keys under which its result is linked. */
  resultKeys: readonly KeyId[];
  result: Snapshot;
}

/** The names by which an input is known: its keys, and its content once that was looked at. */
function namesOf(
  { input, selector }: KeyInput,
  inputs: readonly (Known | undefined)[],
  taken: TakenContent,
  which: 'keys' | 'resultKeys',
): readonly InputKey[] {
  const names = (inputs[input]?.[which] ?? []).map((key): InputKey => ({ key, selector }));
  const content = taken.get(input);
  return content === undefined ? names : [...names, { key: contentKey(content.digest), selector: '' }];
}

interface LookUp {
  readonly record: CacheRecord | undefined;
  readonly keys: readonly KeyId[];
}

export const NOT_FOUND: LookUp = { record: undefined, keys: [] };

/** The keys that all inputs lead to: by their own keys first; by content where those lead nowhere, or nowhere together. */
export function lookUp(
  parts: CacheKeyParts,
  inputs: readonly (Known | undefined)[],
  taken: Map<number, Content>,
  cache: OpenCache,
  work: Work,
): LookUp | { readonly problem: StepProblem } {
  if (parts.inputs.length === 0) return withRecords(cache, [rootKey(parts.digest)]);
  const reach = (one: KeyInput) => keysThrough(cache, namesOf(one, inputs, taken, 'keys'), one.input, parts.digest);
  const reached = parts.inputs.map(reach);
  let answer = withRecords(cache, sharedBy(reached));
  for (const round of ['unmatched', 'all']) {
    if (answer.record !== undefined) break;
    for (const [at, one] of parts.inputs.entries()) {
      if (one.content === undefined || (round === 'unmatched' && (reached[at]?.size ?? 0) > 0)) continue;
      const problem = takeContent(one, inputs, taken, work);
      if (problem !== undefined) return { problem };
      reached[at] = reach(one);
    }
    answer = withRecords(cache, sharedBy(reached));
  }
  return answer;
}

function sharedBy([first, ...others]: readonly ReadonlySet<KeyId>[]): readonly KeyId[] {
  return [...(first ?? [])].filter((key) => others.every((keys) => keys.has(key)));
}

function withRecords(cache: OpenCache, candidates: readonly KeyId[]): LookUp {
  const records = candidates.map((key) => cache.records.get(key)).filter((record) => record !== undefined);
  records.sort((left, right) => right.order - left.order);
  return { record: records[0], keys: records.map(({ key }) => key) };
}

/** Looks at the content of an input, if it counts and wasn’t looked at. */
export function takeContent(
  { input, content }: KeyInput,
  inputs: readonly (Known | undefined)[],
  taken: Map<number, Content>,
  work: Work,
): StepProblem | undefined {
  if (content === undefined || taken.has(input)) return undefined;
  const { root } = (inputs[input] ?? { result: NOTHING }).result;
  const digests: string[] = [];
  const nodes: Selected[] = [];
  for (const selector of content) {
    const selection = select(root, selector);
    if (selection.kind === 'problem') return missingSource(selection.problem);
    digests.push(selection.digest);
    const patterns = selector.includes.length + selector.excludes.length;
    spend(work, WORK.pattern * patterns + selection.nodes.length * (WORK.match * patterns + 1));
    for (const node of selection.nodes) nodes.push(node);
  }
  taken.set(input, { digest: digestOfText(digests.join('\0')), nodes });
  return undefined;
}

/** The inputs whose names all lead nowhere in this definition. */
export function unmatchedOf(
  parts: CacheKeyParts,
  inputs: readonly (Known | undefined)[],
  taken: TakenContent,
  cache: OpenCache,
): readonly number[] {
  return parts.inputs
    .filter((one) => keysThrough(cache, namesOf(one, inputs, taken, 'keys'), one.input, parts.digest).size === 0)
    .map(({ input }) => input);
}

/** The key that a result is kept under: the one that its inputs lead to already, else a new one. */
export function keyOf(
  cache: OpenCache,
  parts: CacheKeyParts,
  inputs: readonly (Known | undefined)[],
  taken: TakenContent,
): KeyId {
  if (parts.inputs.length === 0) return rootKey(parts.digest);
  const reached = parts.inputs.map((one) =>
    keysThrough(cache, namesOf(one, inputs, taken, 'resultKeys'), one.input, parts.digest),
  );
  return sharedBy(reached)[0] ?? freshKey(cache);
}

/** Lets every name of every input lead to the key. */
export function link(
  cache: OpenCache,
  parts: CacheKeyParts,
  inputs: readonly (Known | undefined)[],
  taken: TakenContent,
  key: KeyId,
): void {
  for (const one of parts.inputs) {
    linkKeys(cache, namesOf(one, inputs, taken, 'resultKeys'), one.input, parts.digest, key);
  }
}
