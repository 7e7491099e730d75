// Finding the causes of a run: the miss says which inputs led nowhere; what is remembered of earlier builds says what about them is new.

import { definitionText } from '../cache/cache-key';
import { changesBetween, type FileChange } from '../files/compare-trees';
import type { Selected } from '../files/selection';
import { NO_INPUT, type Operation } from '../plan/operation';
import type { Plan } from '../plan/plan-dockerfile';
import { formatPlatform } from '../plan/platform';
import type { PlannedStep } from '../plan/stage-state';
import { type BuildMemory, type RememberedStep, stageKey } from './build-memory';
import type { Cause, ChangedFile, ChangedVariable, StepPlace } from './cause';
import type { Evaluated, Miss } from './evaluate';
import type { Content } from './look-up';

/** Files that are named in one cause; further ones are counted. */
const MAX_FILES = 50;

/** Why the step ran. There is at least one cause. */
export function causesOf(
  step: PlannedStep,
  miss: Miss,
  plan: Plan,
  evaluated: readonly Evaluated[],
  memory: BuildMemory,
): readonly Cause[] {
  if (miss.kind === 'cache-ignored') return [{ kind: 'cache-ignored' }];
  const planned = plan.operations[step.operation ?? NO_INPUT];
  const own = evaluated[step.operation ?? NO_INPUT];
  if (memory.builds === 0 || planned === undefined || own === undefined) return [{ kind: 'first-build' }];
  const seen = memory.seen.get(own.parts.digest);
  const causes: Cause[] = [];
  if (seen === undefined) {
    const former = counterpart(step, plan, memory);
    if (former === undefined) return [{ kind: 'new-step' }];
    causes.push(...differences(former, step, planned.operation));
  } else if (seen.hasFailed) causes.push({ kind: 'failed-before' });
  for (const input of miss.unmatched) {
    const index = planned.inputs[input] ?? NO_INPUT;
    const isByContent = own.parts.inputs.find((one) => one.input === input)?.content !== undefined;
    if (isByContent) {
      const cause = filesCause(index, seen?.taken.get(input), own.taken.get(input), plan);
      if (cause !== undefined) causes.push(cause);
    } else if (seen !== undefined) causes.push(parentCause(index, plan, evaluated));
  }
  if (causes.length === 0) causes.push(parentCause(planned.inputs[0] ?? NO_INPUT, plan, evaluated));
  return causes;
}

function parentCause(index: number, plan: Plan, evaluated: readonly Evaluated[]): Cause {
  const operation = plan.operations[index]?.operation;
  if (operation?.kind === 'image') return { kind: 'base-changed', reference: operation.reference };
  const step = placeOf(index, plan);
  if (step === undefined) return { kind: 'new-step' };
  return evaluated[index]?.outcome.kind === 'ran' ? { kind: 'parent-ran', step } : { kind: 'parent-differs', step };
}

function placeOf(index: number, plan: Plan): StepPlace | undefined {
  const step = plan.steps.find(({ operation, kind }) => operation === index && kind !== 'from');
  return step === undefined ? undefined : { stage: step.stage, line: step.line, instruction: step.instruction };
}

/** The step of the last build that this one stands for: the same text, else what stood in its place and is gone. */
function counterpart(step: PlannedStep, plan: Plan, { lastSteps }: BuildMemory): RememberedStep | undefined {
  const stage = stageKey(plan, step);
  const ofStage = lastSteps.filter((one) => one.stage === stage && one.kind === step.kind);
  const same = ofStage.find(({ instruction }) => instruction === step.instruction);
  if (same !== undefined) return same;
  const now = plan.steps.filter((one) => one.stage === step.stage && one.kind === step.kind);
  const texts = new Set(now.map(({ instruction }) => instruction));
  const gone = ofStage.filter(({ instruction }) => !texts.has(instruction));
  const fresh = now.filter(({ instruction }) => !ofStage.some((one) => one.instruction === instruction));
  return gone[fresh.indexOf(step)];
}

function differences(former: RememberedStep, step: PlannedStep, operation: Operation): readonly Cause[] {
  const causes: Cause[] = [];
  if (former.instruction !== step.instruction) {
    causes.push({ kind: 'instruction-changed', before: former.instruction, after: step.instruction });
  }
  const before = former.operation;
  if (before.kind === 'exec' && operation.kind === 'exec') {
    if (causes.length === 0 && before.args.join('\0') !== operation.args.join('\0')) {
      const setting = { before: before.args.slice(0, -1).join(' '), after: operation.args.slice(0, -1).join(' ') };
      causes.push({ kind: 'setting-changed', setting: 'shell', ...setting });
    }
    const variables = changedVariables(before.env, operation.env, former.declared, step.declared);
    if (variables.length > 0) causes.push({ kind: 'variables-changed', variables });
    else if (before.env.join('\0') !== operation.env.join('\0')) {
      causes.push({ kind: 'variables-changed', variables: reordered(before.env, operation.env, step.declared) });
    }
    for (const setting of ['workdir', 'user', 'network'] as const) {
      if (before[setting] === operation[setting]) continue;
      causes.push({ kind: 'setting-changed', setting, before: before[setting], after: operation[setting] });
    }
    const [old, now] = [formatPlatform(before.platform), formatPlatform(operation.platform)];
    if (old !== now) causes.push({ kind: 'setting-changed', setting: 'platform', before: old, after: now });
    if (causes.length === 0) causes.push({ kind: 'setting-changed', setting: 'mounts', before: '', after: '' });
  } else if (causes.length === 0 && definitionText(before) !== definitionText(operation)) {
    const [old, now] = [destinationOf(before), destinationOf(operation)];
    causes.push({ kind: 'setting-changed', setting: 'workdir', before: old, after: now });
  }
  return causes;
}

function destinationOf(operation: Operation): string {
  if (operation.kind === 'mkdir') return operation.path;
  return operation.kind === 'copy' ? (operation.actions[0]?.destination ?? '') : '';
}

function changedVariables(
  before: readonly string[],
  after: readonly string[],
  declaredBefore: ReadonlySet<string>,
  declaredNow: ReadonlySet<string>,
): readonly ChangedVariable[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((name) => old.get(name) !== now.get(name))
    .map((name) => ({
      name,
      before: old.get(name),
      after: now.get(name),
      isArgument: declaredNow.has(name) || declaredBefore.has(name),
    }));
}

/** Variables that have another place among the others; their values are the same. */
function reordered(
  before: readonly string[],
  after: readonly string[],
  declared: ReadonlySet<string>,
): readonly ChangedVariable[] {
  return after
    .filter((written, at) => before[at] !== written)
    .map((written) => {
      const [name = '', value = ''] = split(written);
      return { name, before: value, after: value, isArgument: declared.has(name) };
    });
}

const split = (written: string): readonly [string, string] => {
  const equals = written.indexOf('=');
  return [written.slice(0, equals), written.slice(equals + 1)];
};

const valuesOf = (env: readonly string[]): ReadonlyMap<string, string> => new Map(env.map(split));

function filesCause(
  index: number,
  before: Content | undefined,
  after: Content | undefined,
  plan: Plan,
): Cause | undefined {
  if (before === undefined || after === undefined || before.digest === after.digest) return undefined;
  const files: ChangedFile[] = [];
  let more = 0;
  for (const file of changedFiles(before.nodes, after.nodes)) {
    if (files.length < MAX_FILES) files.push(file);
    else more++;
  }
  return { kind: 'files-changed', from: sourceOf(index, plan), files, more };
}

function sourceOf(index: number, plan: Plan): Extract<Cause, { readonly kind: 'files-changed' }>['from'] {
  const operation = plan.operations[index]?.operation;
  if (operation?.kind === 'image') return { kind: 'image', name: operation.reference };
  if (operation?.kind === 'inline') return { kind: 'inline', name: operation.name };
  if (operation?.kind === 'download' || operation?.kind === 'git') return { kind: 'remote', name: operation.url };
  const name = operation?.kind === 'context' ? operation.name : '';
  return placeOf(index, plan) ?? { kind: 'context', name };
}

function* changedFiles(before: readonly Selected[], after: readonly Selected[]): Generator<ChangedFile> {
  const old = new Map(before.map((one) => [one.at, one]));
  const now = new Map(after.map((one) => [one.at, one]));
  for (const at of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(at), now.get(at)];
    const isWhole = was?.isWhole !== false && is?.isWhole !== false;
    for (const change of changesBetween(was?.node, is?.node)) {
      if (!isWhole && change.path !== '') break;
      yield { path: pathOf(at, change), parts: change.parts };
    }
  }
}

function pathOf(at: string, { path }: FileChange): string {
  return [at.replace(/^\/+/, ''), path].filter((part) => part !== '').join('/') || '.';
}
