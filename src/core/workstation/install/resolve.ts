// From one requirement to a release of every project that it needs: requirements are met breadth first, each project at the
// newest release that all requirements known by then admit. That is what pip's resolver does as long as nothing conflicts;
// where it would have to go back, this one stops and names the requirements.
import {
  admits,
  allowsPython,
  arrangeTags,
  formatSpecifierSet,
  formatVersion,
  joinSpecifierSets,
  type NormalizedName,
  normalizeName,
  type Requirement,
  readVersion,
  type SpecifierSet,
  type SupportedTags,
  type Version,
} from '@/core/python';
import { chooseFile } from './choose-file';
import { fetchWheel } from './fetch-wheel';
import { answerFor, type IndexFile, type RecordedIndex, type WheelMetadata } from './index-answer';
import { type ReadRequirement, sortRequirements } from './requires';
import type { InstallProblem, InstallStep, Resolved, Wish } from './step';
import type { TargetMachine } from './target-machine';

/** What is to be installed, where, from what, and what is there already. */
export interface InstallInput {
  /** A requirement as it is given to the installer: `requests`, `requests[socks]>=2.31`. */
  readonly wanted: string;
  readonly machine: TargetMachine;
  readonly index: RecordedIndex;
  readonly installed?: readonly InstalledRelease[];
  /** pip's `--only-binary :all:`. */
  readonly wheelsOnly?: boolean;
}

/** A release that is there already. Its requirements are met too. */
export interface InstalledRelease {
  readonly name: string;
  readonly version: string;
  readonly 'requires-dist': readonly string[];
}

/** A wheel that was chosen. */
export interface ChosenWheel {
  readonly project: NormalizedName;
  readonly version: string;
  readonly file: IndexFile;
  readonly metadata: WheelMetadata;
  /** The projects that it requires here. */
  readonly requires: readonly NormalizedName[];
  /** Whether the person asked for it, and not only another project. */
  readonly isWanted: boolean;
  /** Whether it is here already, because its metadata could only be had with it. */
  readonly isFetched: boolean;
}

export interface Resolution {
  readonly steps: readonly InstallStep[];
  readonly chosen: readonly ChosenWheel[];
  readonly problem: InstallProblem | undefined;
}

interface Taken {
  readonly version: Version;
  readonly requiresDist: readonly string[];
  /** Not there if what is installed already is kept. */
  readonly wheel:
    | { readonly file: IndexFile; readonly metadata: WheelMetadata; readonly isFetched: boolean }
    | undefined;
}

/** What is known of a project while requirements are being met. */
interface Project {
  readonly name: NormalizedName;
  readonly wishes: Wish[];
  specifier: SpecifierSet;
  readonly extras: Set<NormalizedName>;
  taken: Taken | undefined;
  /** Requirements of the release taken that count, by their text. */
  readonly counted: Map<string, ReadRequirement>;
  /** The extras for which the requirements were read; none before they were. */
  readFor: number | undefined;
}

interface Run {
  readonly input: InstallInput;
  readonly supported: SupportedTags;
  readonly steps: InstallStep[];
  readonly projects: Map<NormalizedName, Project>;
  readonly queue: Project[];
}

/** Resolves, and tells every step. What follows, from downloading on, is install-steps.ts's. */
export function resolve(input: InstallInput): Resolution {
  const supported = arrangeTags(input.machine.environment);
  const run: Run = { input, supported, steps: [], projects: new Map(), queue: [] };
  const problem = meetAll(run);
  const chosen = [...run.projects.values()].flatMap(chosenOf);
  run.steps.push(problem === undefined ? { kind: 'resolve', chosen: resolved(run) } : { kind: 'stop', problem });
  return { steps: run.steps, chosen, problem };
}

function meetAll(run: Run): InstallProblem | undefined {
  const wish: Wish = { by: { kind: 'you' }, requirement: run.input.wanted };
  const sorted = sortRequirements([run.input.wanted], [], run.input.machine.markers);
  if (sorted.kind !== 'sorted') return unreadable(sorted, wish);
  run.steps.push({ kind: 'want', requirement: run.input.wanted, counts: sorted.counted.length > 0 });
  for (const { requirement } of sorted.counted) {
    const problem = addWish(run, wish, requirement);
    if (problem !== undefined) return problem;
  }
  for (let project = run.queue.shift(); project !== undefined; project = run.queue.shift()) {
    const problem = (project.taken === undefined ? take(run, project) : undefined) ?? meetRequirements(run, project);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function unreadable(
  sorted: Exclude<ReturnType<typeof sortRequirements>, { kind: 'sorted' }>,
  wish: Wish,
): InstallProblem {
  return sorted.kind === 'unreadable'
    ? { kind: 'bad-requirement', wish, message: sorted.message }
    : { kind: 'bad-marker', wish, marker: sorted.marker };
}

/** Adds a requirement to what is known of its project, and has the project looked at if that is not done for it yet. */
function addWish(run: Run, wish: Wish, requirement: Requirement): InstallProblem | undefined {
  const { normalizedName: name, specifier, url, extras } = requirement;
  if (url !== undefined) return { kind: 'url', wish };
  const project = run.projects.get(name) ?? newProject(name);
  run.projects.set(name, project);
  if (project.taken !== undefined && !admits(specifier, project.taken.version)) {
    const taken = formatVersion(project.taken.version);
    return { kind: 'needs-backtracking', project: name, taken, earlier: [...project.wishes], later: wish };
  }
  project.wishes.push(wish);
  project.specifier = joinSpecifierSets(project.specifier, specifier);
  for (const extra of extras) project.extras.add(normalizeName(extra));
  const isRead = project.readFor === project.extras.size;
  if (!isRead && !run.queue.includes(project)) run.queue.push(project);
  return undefined;
}

function newProject(name: NormalizedName): Project {
  const specifier: SpecifierSet = { clauses: [] };
  return { name, wishes: [], specifier, extras: new Set(), taken: undefined, counted: new Map(), readFor: undefined };
}

/** Takes a release of a project: the one that is installed if it will do, else the newest that fits. */
function take(run: Run, project: Project): InstallProblem | undefined {
  const installed = installedRelease(run, project);
  if (installed !== undefined) {
    project.taken = installed;
    run.steps.push({ kind: 'keep-installed', project: project.name, version: formatVersion(installed.version) });
    return undefined;
  }
  const { name, wishes, specifier } = project;
  const { input, supported, steps } = run;
  const answer = answerFor(input.index, name);
  if (answer === undefined) return { kind: 'project-not-recorded', project: name, wishes: [...wishes] };
  const python = input.machine.pythonFullVersion;
  const choice = chooseFile(answer, { specifier, supported, python, wheelsOnly: input.wheelsOnly ?? false });
  steps.push({ kind: 'ask-index', project: name, path: `/simple/${name}/`, wishes: [...wishes] });
  const { rest, lookedAt } = choice;
  steps.push({
    kind: 'list-files',
    project: name,
    files: rest.files + choice.passedOver.length + (choice.taken === undefined ? 0 : 1),
    releases: rest.releases + lookedAt.length,
    lookedAt,
  });
  steps.push({ kind: 'pass-over', project: name, files: choice.passedOver, rest });
  if (choice.taken === undefined) return nothingFits(project);
  const { file, best } = choice.taken;
  if (best === undefined) return { kind: 'needs-build', project: name, filename: file.file.filename };
  const { tag, place } = best;
  const { filename } = file.file;
  const version = formatVersion(file.version);
  steps.push({ kind: 'choose', project: name, version, filename, tag, place, tags: supported.tags.length });

  const metadata = input.index.metadata.find((recorded) => recorded.filename === filename);
  if (metadata === undefined) return { kind: 'metadata-not-recorded', project: name, filename };
  const isBeside = file.file['core-metadata'] !== undefined && file.file['core-metadata'] !== false;
  if (!isBeside) {
    const fetched = fetchWheel(name, file.file, metadata);
    steps.push(...fetched.steps);
    if (fetched.problem !== undefined) return fetched.problem;
  }
  const size = isBeside ? metadata['metadata-size'] : file.file.size;
  steps.push({ kind: 'read-metadata', project: name, filename, from: isBeside ? 'index' : 'wheel', size });
  const requires = metadata['requires-python'] ?? '';
  if (!allowsPython(requires, python)) {
    return { kind: 'metadata-requires-python', project: name, filename, requires, have: python };
  }
  const wheel = { file: file.file, metadata, isFetched: !isBeside };
  project.taken = { version: file.version, requiresDist: metadata['requires-dist'], wheel };
  return undefined;
}

function installedRelease(run: Run, project: Project): Taken | undefined {
  const found = run.input.installed?.find(({ name }) => normalizeName(name) === project.name);
  const version = found && readVersion(found.version);
  if (found === undefined || version === undefined || !admits(project.specifier, version)) return undefined;
  return { version, requiresDist: found['requires-dist'], wheel: undefined };
}

/** Only the person's own requirements: there is no such release. Else another release of who asks might ask for less. */
function nothingFits({ name, wishes }: Project): InstallProblem {
  const later = wishes.findLast(({ by }) => by.kind === 'release');
  if (later === undefined) return { kind: 'nothing-fits', project: name, wishes: [...wishes] };
  const earlier = wishes.filter((wish) => wish !== later);
  return { kind: 'needs-backtracking', project: name, taken: undefined, earlier, later };
}

/** Reads the requirements of the release taken, with the extras asked for so far, and adds those that count. */
function meetRequirements(run: Run, project: Project): InstallProblem | undefined {
  const { taken, name } = project;
  if (taken === undefined || project.readFor === project.extras.size) return undefined;
  const version = formatVersion(taken.version);
  const extras = [...project.extras].sort();
  project.readFor = project.extras.size;
  const sorted = sortRequirements(taken.requiresDist, extras, run.input.machine.markers);
  const by = { kind: 'release', project: name, version } as const;
  if (sorted.kind !== 'sorted') return unreadable(sorted, { by, requirement: sorted.text });
  const added = sorted.counted.filter(({ text }) => !project.counted.has(text));
  const counted = added.map(({ text }) => text);
  run.steps.push({ kind: 'requires', project: name, version, extras, counted, left: sorted.left });
  for (const read of added) {
    project.counted.set(read.text, read);
    const problem = addWish(run, { by, requirement: read.text }, read.requirement);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function chosenOf({ name, wishes, counted, taken }: Project): ChosenWheel[] {
  if (taken?.wheel === undefined) return [];
  const requires = new Set([...counted.values()].map(({ requirement }) => requirement.normalizedName));
  return [
    {
      project: name,
      version: formatVersion(taken.version),
      ...taken.wheel,
      requires: [...requires],
      isWanted: wishes.some(({ by }) => by.kind === 'you'),
    },
  ];
}

function resolved(run: Run): readonly Resolved[] {
  return [...run.projects.values()].flatMap((project) =>
    chosenOf(project).map(({ version, file }) => ({
      project: project.name,
      version,
      filename: file.filename,
      wishes: [...project.wishes],
      specifier: formatSpecifierSet(project.specifier),
    })),
  );
}
