// The steps of an installation in plain English. The structure is step.ts's; nothing takes these sentences apart again.
import { formatTag } from '@/core/python';
import { code, plainText, type Sentence, say } from '../sentence';
import { formatBytes } from './format-bytes';
import type { InstallProblem, InstallStep, LeftRequirement, Wish } from './step';

/** A step in one sentence, or a few. */
export function describeInstallStep(step: InstallStep): Sentence {
  switch (step.kind) {
    case 'want': {
      const asked = say`You ask for ${code(step.requirement)}`;
      return step.counts
        ? say`${asked}.`
        : say`${asked}, but its marker is false on this machine: there is nothing to install.`;
    }
    case 'keep-installed':
      return say`${step.project} ${step.version} is installed already and will do: it stays.`;
    case 'ask-index':
      return say`Ask the index for the page of ${step.project}, ${code(step.path)}: ${listed(step.wishes.map(wish))}.`;
    case 'list-files':
      return say`The page lists ${count(step.files, 'file')} of ${count(step.releases, 'release')}; the newest is ${step.lookedAt[0] ?? 'none'}.`;
    case 'pass-over':
      return say`Of the releases looked at, ${count(step.files.length, 'file')} ${are(step.files.length)} passed over; of the rest, older or unusable, ${count(step.rest.files, 'file')} ${step.rest.files === 1 ? 'needs' : 'need'} no look.`;
    case 'choose':
      return say`Choose ${code(step.filename)}: its tag ${code(formatTag(step.tag))} is number ${step.place + 1} of ${step.tags} in this machine’s list, and no other file of the newest release that fits has one nearer the top.`;
    case 'read-metadata':
      return step.from === 'index'
        ? say`Read the metadata of ${code(step.filename)} from the file beside it${inBytes(step.size)}: the wheel is not needed yet.`
        : say`The index has no metadata file beside ${code(step.filename)}: so the wheel is downloaded now${inBytes(step.size)}, to read the metadata in it.`;
    case 'requires':
      return describeRequires(step);
    case 'resolve':
      return say`Everything is chosen: ${step.chosen.map(({ project, version }) => `${project} ${version}`).join(', ') || 'nothing'}.`;
    case 'download':
      return say`Download ${code(step.filename)}${inBytes(step.size)}.`;
    case 'check-hash': {
      const compared = say`Compare the hash of ${code(step.filename)} with the one on the index’s page`;
      return step.got === step.expected ? say`${compared}: they agree.` : say`${compared}: they differ.`;
    }
    case 'remove':
      return say`Remove ${step.project} ${step.version}, which is installed.`;
    case 'unpack':
      return say`Unpack ${code(step.filename)} into ${code(step.folder)}: ${count(step.files.length, 'file')}${inBytes(step.size)}.`;
    case 'write-record':
      return say`Write ${code(step.path)}: a line for each of the ${count(step.fromWheel, 'file')} of the wheel, for ${step.added.join(', ')}, and for ${count(step.compiled, 'compiled module')}.`;
    case 'write-script':
      return say`Write the script ${code(step.path)}, which calls ${code(step.calls)}.`;
    case 'done':
      return say`Done: ${count(step.projects, 'project')} installed, ${formatBytes(step.downloaded + step.metadata)} downloaded, ${count(step.files, 'file')} unpacked${inBytes(step.size)}.`;
    case 'stop':
      return say`Stop. ${describeInstallProblem(step.problem)}`;
  }
}

/** Who wants what: `requests 2.34.2 requires idna<4,>=2.5`. */
export function describeWish(given: Wish): string {
  return plainText(wish(given));
}

function wish({ by, requirement }: Wish): Sentence {
  return by.kind === 'you'
    ? say`you ask for ${code(requirement)}`
    : say`${by.project} ${by.version} requires ${code(requirement)}`;
}

/** One thing, and another, and another. */
function listed(sentences: readonly Sentence[]): Sentence {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [', and ', ...sentence]));
}

/** Why a requirement does not count here. */
export function describeLeftRequirement({ marker, comparisons }: LeftRequirement): string {
  const failed = comparisons.filter(({ holds }) => !holds);
  const reasons = failed.map(({ comparison, left, right }) => {
    const variable = comparison.left.kind === 'variable' ? comparison.left : comparison.right;
    const name = variable.kind === 'variable' ? variable.variable : variable.text;
    const value = comparison.left.kind === 'variable' ? left : right;
    if (name === 'extra') return 'that extra is not asked for';
    return `${name} is ${typeof value === 'string' ? value : value.join(', ')} here`;
  });
  return `${marker} is false: ${[...new Set(reasons)].join(', ')}.`;
}

/** Why the installation stops, and what could be done. */
export function describeInstallProblem(problem: InstallProblem): Sentence {
  switch (problem.kind) {
    case 'bad-requirement':
      return say`${code(problem.wish.requirement)} is no requirement. ${problem.message}`;
    case 'bad-marker':
      return say`The marker ${code(problem.marker)} has no meaning: a comparison in it is not defined.`;
    case 'url':
      return say`${code(problem.wish.requirement)} asks for a file at a URL, and this simulation knows the index only.`;
    case 'project-not-recorded':
      return say`The page of ${problem.project} is not among the recorded answers of the index.`;
    case 'metadata-not-recorded':
      return say`The metadata of ${code(problem.filename)} is not among the recorded answers of the index.`;
    case 'nothing-fits':
      return say`No release of ${problem.project} fits this machine and what was asked for: ${listed(problem.wishes.map(wish))}.`;
    case 'needs-build':
      return say`The newest release of ${problem.project} that fits has no wheel for this machine: ${code(problem.filename)} would have to be built, which this simulation does not do.`;
    case 'needs-backtracking':
      return describeConflict(problem);
    case 'metadata-requires-python':
      return say`The metadata of ${code(problem.filename)} requires Python ${code(problem.requires)}, which the index did not say; this is ${problem.have}. An installer would try an older release, which this simulation does not do.`;
    case 'hash-mismatch':
      return say`${code(problem.filename)} is not the file whose hash the index gives: it is thrown away.`;
  }
}

function describeConflict({
  project,
  taken,
  earlier,
  later,
}: Extract<InstallProblem, { kind: 'needs-backtracking' }>): Sentence {
  const back = 'An installer would go back and try older releases, which this simulation does not do yet.';
  if (earlier.length === 0) return say`No release of ${project} fits, and ${wish(later)}. ${back}`;
  const others = listed(earlier.map(wish));
  return taken === undefined
    ? say`No release of ${project} is admitted by all: ${others}, and ${wish(later)}. ${back}`
    : say`${project} ${taken} was taken because ${others}; but ${wish(later)}. ${back}`;
}

function describeRequires(step: Extract<InstallStep, { kind: 'requires' }>): Sentence {
  const { project, version, counted, left, extras } = step;
  const withExtras = extras.length === 0 ? '' : `, with ${extras.join(', ')},`;
  const texts = counted.flatMap((text, index) => (index === 0 ? [code(text)] : [', ', code(text)]));
  const needs = counted.length === 0 ? 'requires no other project here' : say`requires ${texts}`;
  const rest =
    left.length === 0
      ? ''
      : ` ${count(left.length, 'requirement')} ${left.length === 1 ? 'does' : 'do'} not count here.`;
  return say`${project} ${version}${withExtras} ${needs}.${rest}`;
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}

function are(number: number): string {
  return number === 1 ? 'is' : 'are';
}

function inBytes(size: number | undefined): string {
  return size === undefined ? '' : `, ${formatBytes(size)}`;
}
