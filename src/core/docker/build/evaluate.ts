// The decision, operation by operation: taken from the cache, or run (buildkit solver/edge.go). Operations are gone through in order, each
// after its inputs. The builder asks from the target backwards and leaves out what nothing needs, which comes to the same: what is
// reached has keys, or has to be run.
import { type CacheKeyParts, cacheKeyParts } from '../cache/cache-key';
import { keepResult, type OpenCache, rootKey } from '../cache/cache-store';
import type { Snapshot } from '../files/layer';
import type { Work } from '../files/work';
import { NO_INPUT, type Operation, type PlannedOperation } from '../plan/operation';
import {
  type Executed,
  type ExecutionInput,
  execute,
  NOTHING,
  type RunnableOperation,
  type RunReport,
} from './execute';
import {
  type Content,
  type Known,
  keyOf,
  link,
  lookUp,
  NOT_FOUND,
  type TakenContent,
  takeContent,
  unmatchedOf,
} from './look-up';
import type { StepProblem } from './step-problem';

/** Why an operation wasn’t in the cache: it was told to leave it, or these inputs lead to no key of this definition. */
export type Miss =
  | { readonly kind: 'cache-ignored' }
  | { readonly kind: 'no-key'; readonly unmatched: readonly number[] };

export interface Evaluated {
  readonly parts: CacheKeyParts;
  readonly taken: TakenContent;
  readonly outcome:
    | { readonly kind: 'source'; readonly result: Snapshot }
    | { readonly kind: 'cached'; readonly result: Snapshot; readonly isOfThisBuild: boolean }
    | { readonly kind: 'ran'; readonly result: Snapshot; readonly miss: Miss; readonly report: RunReport }
    | { readonly kind: 'failed'; readonly problem: StepProblem; readonly miss: Miss | undefined }
    /** An input failed, or the build ended before. */
    | { readonly kind: 'not-reached' };
}

/** What the evaluation asks the build for. */
export interface EvaluationInput {
  /** The files that a source stands for: an image’s, a context’s, a download’s; `identity` is what it is known by, if not its definition. */
  readonly sourceOf: (planned: PlannedOperation) => Source | StepProblem;
  readonly executionOf: (planned: PlannedOperation) => Omit<ExecutionInput, 'time'>;
  /** Operations that may be run; undefined: all. */
  readonly allowed: ReadonlySet<number> | undefined;
  /** Whether every cache mount’s id and sharing are part of the definition, as older builders have it. */
  readonly namesCacheMounts: boolean;
  /** Further keys of an image: older builders know it by its layers too. */
  readonly otherDigests: (planned: PlannedOperation) => readonly string[];
  /** What the build may still do; spent from. Once it is used up, the rest is left out. */
  readonly work: Work;
}

export interface Source {
  readonly result: Snapshot;
  readonly identity: string | undefined;
}

/** Goes through the operations; `cache` is written to. */
export function evaluate(
  operations: readonly PlannedOperation[],
  cache: OpenCache,
  input: EvaluationInput,
): readonly Evaluated[] {
  const known: (Known | undefined)[] = [];
  const before = cache.count;
  const evaluated: Evaluated[] = [];
  for (const planned of operations) {
    const parts = cacheKeyParts(planned, input.namesCacheMounts);
    if (input.work.left < 0) break;
    const reached = planned.inputs.every((index) => index === NO_INPUT || known[index] !== undefined);
    const one = reached
      ? evaluateOne(planned, parts, known, cache, before, input)
      : unreached(planned, parts, known, evaluated, input.work);
    evaluated.push(one.evaluated);
    known.push(one.known);
  }
  return evaluated;
}

interface One {
  readonly evaluated: Evaluated;
  readonly known: Known | undefined;
}

/** The builder looks into contexts and images at once, so that what is missing there is found before the steps above it have run. */
function unreached(
  { inputs }: PlannedOperation,
  parts: CacheKeyParts,
  known: readonly (Known | undefined)[],
  evaluated: readonly Evaluated[],
  work: Work,
): One {
  const sources = inputs.map((index) => (evaluated[index]?.outcome.kind === 'source' ? known[index] : undefined));
  for (const one of parts.inputs) {
    const problem = sources[one.input] === undefined ? undefined : takeContent(one, sources, new Map(), work);
    if (problem !== undefined) return failed(parts, new Map(), problem, undefined);
  }
  return notReached(parts);
}

const notReached = (parts: CacheKeyParts): One => ({
  evaluated: { parts, taken: new Map(), outcome: { kind: 'not-reached' } },
  known: undefined,
});

function evaluateOne(
  planned: PlannedOperation,
  parts: CacheKeyParts,
  known: readonly (Known | undefined)[],
  cache: OpenCache,
  before: number,
  input: EvaluationInput,
): One {
  const { operation } = planned;
  if (!isRunnable(operation)) return evaluateSource(planned, parts, cache, input);
  const inputs = planned.inputs.map((index) => (index === NO_INPUT ? undefined : known[index]));
  const taken = new Map<number, Content>();
  const found = planned.ignoresCache ? NOT_FOUND : lookUp(parts, inputs, taken, cache, input.work);
  if ('problem' in found) return failed(parts, taken, found.problem, undefined);
  if (found.record !== undefined) {
    const { record, keys } = found;
    for (const key of keys) link(cache, parts, inputs, taken, key);
    const outcome = { kind: 'cached', result: record.result, isOfThisBuild: record.order > before } as const;
    return {
      evaluated: { parts, taken, outcome },
      known: { keys, resultKeys: [record.key], result: record.result },
    };
  }
  for (const one of parts.inputs) {
    const problem = takeContent(one, inputs, taken, input.work);
    if (problem !== undefined) return failed(parts, taken, problem, undefined);
  }
  if (input.allowed?.has(planned.index) === false) return notReached(parts);
  const miss: Miss = planned.ignoresCache
    ? { kind: 'cache-ignored' }
    : { kind: 'no-key', unmatched: unmatchedOf(parts, inputs, taken, cache) };
  const results = inputs.map((one) => one?.result ?? NOTHING);
  const executed: Executed = execute(operation, results, { ...input.executionOf(planned), time: cache.count + 1 });
  if (executed.kind === 'failed') return failed(parts, taken, executed.problem, miss);
  const key = keyOf(cache, parts, inputs, taken);
  link(cache, parts, inputs, taken, key);
  keepResult(cache, { key, result: executed.result });
  return {
    evaluated: { parts, taken, outcome: { kind: 'ran', result: executed.result, miss, report: executed.report } },
    // What was forced to run isn’t found by what comes after it, or that would come from the cache after all.
    known: { keys: planned.ignoresCache ? [] : [key], resultKeys: [key], result: executed.result },
  };
}

function isRunnable(operation: Operation): operation is RunnableOperation {
  return ['exec', 'copy', 'mkdir', 'merge'].includes(operation.kind);
}

function evaluateSource(
  planned: PlannedOperation,
  parts: CacheKeyParts,
  cache: OpenCache,
  input: EvaluationInput,
): One {
  const { operation } = planned;
  // A download whose checksum is given isn’t asked for again once it was there.
  const isCertain = operation.kind === 'download' && operation.checksum !== '';
  const kept = isCertain ? cache.records.get(rootKey(parts.digest)) : undefined;
  const source = kept === undefined ? input.sourceOf(planned) : { result: kept.result, identity: undefined };
  if ('kind' in source) return failed(parts, new Map(), source, undefined);
  const { result, identity } = source;
  if (isCertain && kept === undefined) keepResult(cache, { key: rootKey(parts.digest), result });
  // A context is another one in each session: only its content is known again.
  const digests = operation.kind === 'context' ? [] : [identity ?? parts.digest, ...input.otherDigests(planned)];
  const keys = digests.map(rootKey);
  return {
    evaluated: { parts, taken: new Map(), outcome: { kind: 'source', result } },
    known: { keys, resultKeys: keys, result },
  };
}

function failed(parts: CacheKeyParts, taken: TakenContent, problem: StepProblem, miss: Miss | undefined): One {
  return { evaluated: { parts, taken, outcome: { kind: 'failed', problem, miss } }, known: undefined };
}
