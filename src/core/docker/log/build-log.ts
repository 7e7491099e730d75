// The log of a build as `docker build --progress=plain` prints it: each thing that the builder does with its number, what it said, and
// how it ended; warnings; and where it went wrong (buildkit util/progress/progressui/printer.go; buildx build). Where the builder races
// (what runs side by side), ours is the order of the file. What a command prints isn’t known here. Digests of what is made in no real
// builder are left out: `sha256:…`. So are the lines of heredocs (`[internal] preparing inline document`) and of what ADD fetches.
import type { BuildOutcome } from '../build/build';
import type { BuildStep } from '../build/build-step';
import type { StepProblem } from '../build/step-problem';
import { type DockerfileProblem, parseDockerfile } from '../dockerfile';
import type { Finding } from '../lint';
import type { Plan } from '../plan/plan-dockerfile';
import { logBytes, logSeconds } from './amounts';
import { excerptOf, linesOf } from './excerpt';
import { BLANK, type LogLine } from './log-line';

/** A build, and what of it the log tells besides. */
export interface LoggedBuild {
  readonly dockerfile: string;
  readonly dockerfileName: string;
  readonly outcome: BuildOutcome;
  /** Bytes received of the Dockerfile, of the ignore file, and of the context; undefined: nothing is taken from the context. */
  readonly received: { readonly dockerfile: number; readonly ignore: number; readonly context: number | undefined };
  /** What the checks find; a Dockerfile that can’t be read isn’t checked. */
  readonly findings: readonly Finding[];
  /** `"default" instance using docker driver`. */
  readonly builder: string;
}

/** The lines of the log. Seconds are those of the outcome, which are a model’s. */
export function buildLog(build: LoggedBuild): readonly LogLine[] {
  const { outcome, builder } = build;
  const lines: LogLine[] = [{ kind: 'builder', text: `#0 building with ${builder}` }, BLANK];
  const parts = outcome.kind === 'refused' ? definitionParts(build) : allParts(build, outcome.plan, outcome.steps);
  for (const [at, { title, said, end }] of parts.entries()) {
    const number = `#${at + 1}`;
    if (at > 0) lines.push(BLANK);
    lines.push({ kind: 'title', text: `${number} ${title}` });
    for (const text of said) lines.push({ kind: 'detail', text: `${number} ${text}` });
    lines.push({ kind: end.kind, text: `${number} ${end.text}` });
  }
  if (outcome.kind === 'refused') return [...lines, ...refusalLines(build, outcome.problem)];
  const failed = outcome.kind === 'failed' ? outcome : undefined;
  if (failed !== undefined) lines.push(...failedStep(failed.step));
  lines.push(...warningLines(build.findings));
  if (failed !== undefined) lines.push(...failureLines(build, failed.step, failed.problem));
  return lines;
}

/** A thing that the builder does: a vertex of its graph. */
interface Part {
  readonly title: string;
  readonly said: readonly string[];
  readonly end: LogLine;
}

const done = (seconds: number): LogLine => ({ kind: 'done', text: `DONE ${logSeconds(seconds)}` });
const CACHED: LogLine = { kind: 'cached', text: 'CACHED' };
const DIGEST = 'sha256:…';

function definitionParts({ dockerfileName, received }: LoggedBuild): readonly Part[] {
  const said = [`transferring dockerfile: ${logBytes(received.dockerfile)} done`];
  return [{ title: `[internal] load build definition from ${dockerfileName}`, said, end: done(0) }];
}

function allParts(build: LoggedBuild, plan: Plan, steps: readonly BuildStep[]): readonly Part[] {
  const { received, outcome } = build;
  const images = plan.operations.flatMap(({ operation }) => (operation.kind === 'image' ? [operation.reference] : []));
  const parts: Part[] = [...definitionParts(build)];
  for (const reference of new Set(images)) {
    parts.push({ title: `[internal] load metadata for ${reference}`, said: [], end: done(0) });
  }
  parts.push({
    title: '[internal] load .dockerignore',
    said: [`transferring context: ${logBytes(received.ignore)} done`],
    end: done(0),
  });
  parts.push(...baseParts(plan, steps));
  if (received.context !== undefined) {
    parts.push({
      title: '[internal] load build context',
      said: [`transferring context: ${logBytes(received.context)} done`],
      end: done(0),
    });
  }
  parts.push(...stepParts(steps));
  if (outcome.kind === 'built') parts.push(exportPart());
  return parts;
}

/** The images that the build starts from or copies from. One is unpacked (`CACHED`: it is already) when a step runs right on it. */
function baseParts({ operations, image }: Plan, steps: readonly BuildStep[]): readonly Part[] {
  const ran = new Set(
    steps.filter(({ status }) => status.kind === 'ran' || status.kind === 'failed').map((step) => step.operation),
  );
  const used = new Set(operations.filter(({ index }) => ran.has(index)).flatMap(({ inputs }) => inputs));
  return operations.flatMap(({ index, operation }) => {
    if (operation.kind !== 'image') return [];
    const digested = operation.reference.includes('@') ? operation.reference : `${operation.reference}@${DIGEST}`;
    const from = steps.find((step) => step.kind === 'from' && step.operation === index)?.label;
    const title = from === undefined ? `FROM ${digested}` : from.replace(operation.reference, () => digested);
    const isUnpacked = used.has(index) || image.operation === index;
    return [{ title, said: [`resolve ${digested} done`], end: isUnpacked ? CACHED : done(0) }];
  });
}

/** The steps that run something; one that stands in several stages once. */
function stepParts(steps: readonly BuildStep[]): readonly Part[] {
  const parts = new Map<number, Part>();
  for (const { operation, kind, label, status } of steps) {
    if (operation === undefined || label === undefined || kind === 'from' || parts.has(operation)) continue;
    switch (status.kind) {
      case 'nothing-to-run':
        continue;
      case 'cached':
        parts.set(operation, { title: label, said: [], end: CACHED });
        continue;
      case 'ran':
        parts.set(operation, { title: label, said: [], end: done(status.report.seconds) });
        continue;
      case 'failed': {
        const end: LogLine = { kind: 'error', text: `ERROR: ${sourceless(status.problem)}` };
        parts.set(operation, { title: label, said: [], end });
        continue;
      }
      case 'uncertain':
        parts.set(operation, { title: label, said: [], end: { kind: 'error', text: 'CANCELED' } });
    }
  }
  return [...parts.values()];
}

function exportPart(): Part {
  const made = ['manifest', 'config', 'attestation manifest', 'manifest list'];
  const said = ['exporting layers done', ...made.map((what) => `exporting ${what} ${DIGEST} done`)];
  return { title: 'exporting to image', said, end: done(0) };
}

/** The builder names a reference of its own for what was searched; it is another one each time. */
function sourceless(problem: StepProblem): string {
  return problem.kind === 'missing-source'
    ? `failed to calculate checksum of ref …: ${problem.problem.message}`
    : problem.message;
}

const excerpt = (texts: readonly string[]): readonly LogLine[] => texts.map((text) => ({ kind: 'excerpt', text }));

function failedStep({ label = '' }: BuildStep): readonly LogLine[] {
  return excerpt(['------', ` > ${label}:`, '------']);
}

function failureLines(build: LoggedBuild, step: BuildStep, problem: StepProblem): readonly LogLine[] {
  const early = problem.kind === 'missing-source' ? 'failed to compute cache key: ' : '';
  return [
    ...excerpt(excerptOf(build.dockerfile, build.dockerfileName, linesOfStep(build.dockerfile, step))),
    { kind: 'error', text: `ERROR: failed to build: failed to solve: ${early}${sourceless(problem)}` },
  ];
}

function linesOfStep(text: string, { stage, line }: BuildStep): { readonly first: number; readonly last: number } {
  const written = parseDockerfile(text).file.stages[stage]?.instructions.find(({ at }) => at.start.line === line);
  return written === undefined ? { first: line, last: line } : linesOf(written.at);
}

function refusalLines(build: LoggedBuild, { line, at, builderMessage }: DockerfileProblem): readonly LogLine[] {
  const lines = line === undefined ? undefined : { first: line, last: Math.max(line, at.end.line) };
  return [
    ...(lines === undefined ? [] : excerpt(excerptOf(build.dockerfile, build.dockerfileName, lines))),
    { kind: 'error', text: `ERROR: failed to build: failed to solve: ${builderMessage}` },
  ];
}

function warningLines(findings: readonly Finding[]): readonly LogLine[] {
  if (findings.length === 0) return [];
  const count = findings.length === 1 ? '1 warning' : `${findings.length} warnings`;
  const texts = [
    ` ${count} found (use docker --debug to expand):`,
    ...findings.map(({ rule, message, at }) => ` - ${rule}: ${message} (line ${at.start.line})`),
  ];
  return [BLANK, ...texts.map((text): LogLine => ({ kind: 'warning', text }))];
}
