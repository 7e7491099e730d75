/** What happened, in a sentence or two, and the same for the ear. */
import type { Words } from '@/figures/frame/Words';
import { firstWords, LENS_LABELS } from '@/figures/inspector/wording';
import { shownPlan } from './crate-picture';
import { sameFiles } from './files';
import { outcomeOf, planOf } from './outcomes';
import { runWords, textOf } from './run-picture';
import { sinceWords } from './since-installed';
import { type BuilderState, changesNow, type Lens } from './state';
import { isNotModelled, stopOf } from './stations';
import { testsWords } from './tests-picture';

/** What is said aloud has at most this many words. */
const SAID = 17;

export const LENS_NAMES: Readonly<Record<Lens, string>> = {
  files: 'Files and build',
  box: 'The box',
  installed: 'Installed',
  run: 'Run',
  tests: 'Tests',
};

export function happenedOf(state: BuilderState): Words {
  const changed = changesNow(state);
  const since: Words =
    changed.length === 0 || state.built === undefined
      ? []
      : [' Changed since, and not built yet: ', ...listed(changed), '.'];
  return [...lastOf(state), ...since];
}

/** What the lens is about, or else what was done last. */
function lastOf(state: BuilderState): Words {
  const stop = stopOf(state);
  if (state.lens === 'tests') return testsWords(state);
  if (stop?.stage === 'parse' || stop?.stage === 'build') {
    const [problem] = stop.problems;
    if (isNotModelled(stop)) return [problem?.message ?? ''];
    const asked = problem?.saidBy === 'frontend' ? 'because the backend isn’t there' : 'in the backend';
    const where = stop.stage === 'parse' ? 'before any backend is asked' : asked;
    return [`It stops ${where}. `, problem?.message ?? ''];
  }
  if (stop?.stage === 'install') return ['The installer refuses it. ', ...stop.failure.message];
  if (state.lens === 'run' && state.ran !== undefined) return runWords(state);
  if (state.lens === 'installed' || (state.lens === 'files' && isInstalledLast(state))) {
    const words = installedWords(state);
    if (words !== undefined) return words;
  }
  return builtWords(state);
}

/** An editable install builds by itself: nothing was run of it, and nothing built since. */
function isInstalledLast({ ran, built, installed }: BuilderState): boolean {
  if (ran !== undefined || built?.kind !== 'editable' || installed === undefined) return false;
  return sameFiles(built.files, installed.files);
}

function installedWords(state: BuilderState): Words | undefined {
  const { installed } = state;
  const outcome = installed === undefined ? undefined : outcomeOf(installed);
  if (outcome?.kind !== 'installed') return undefined;
  const { files, name, version, isEditable } = outcome.installation;
  const read = isEditable ? ' The code is read from the project’s folder.' : '';
  return [{ code: `${name} ${version}` }, ` is installed: ${files.length} files.${read}`, ...sinceWords(state)];
}

function builtWords(state: BuilderState): Words {
  const plan = shownPlan(state);
  if (plan === undefined || state.built === undefined) {
    return [`The project as it lies in its folder: ${state.now.size} files. Nothing is built yet.`];
  }
  const { files, leftOut, filename, backend } = plan;
  const ours = files.filter(({ source }) => source.kind === 'source').length;
  const out =
    leftOut.length === 0 ? '' : ` ${leftOut.length === 1 ? '1 other stays' : `${leftOut.length} others stay`} out.`;
  return [
    `${backend} wrote `,
    { code: filename },
    `: ${counted(ours)} of the project, ${files.length - ours} of its own.${out}`,
  ];
}

const counted = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** Paths that are named; of more the number is said. */
const MOST_NAMED = 3;

function listed(paths: readonly string[]): Words {
  const named = paths.slice(0, MOST_NAMED).flatMap((path): Words => [', ', { code: path }]);
  const more = paths.length - MOST_NAMED;
  return [...named.slice(1), ...(more > 0 ? [` and ${more} more`] : [])];
}

export function announcementOf(state: BuilderState, happened: Words): string {
  const { box } = state;
  if (state.lens === 'box' && (box.lens !== 'files' || box.path !== undefined)) {
    return firstWords(`The box, ${LENS_LABELS[box.lens]}: ${box.path ?? 'all of it'}`, SAID);
  }
  const said = textOf(happened);
  const lens = isAbout(state) ? '' : `${LENS_NAMES[state.lens]}: `;
  return firstWords(`${lens}${said}`, SAID);
}

/** Whether what is said tells by itself which lens it is said under. */
function isAbout({ lens, installed, ran }: BuilderState): boolean {
  if (lens === 'installed') return installed !== undefined;
  return lens === 'run' ? ran !== undefined : lens !== 'box';
}

export function settingsOf(state: BuilderState): Words {
  const { built, installed, lens, open } = state;
  const made =
    built === undefined
      ? 'nothing built'
      : `${built.kind === 'editable' ? 'an editable wheel' : planName(state)} built`;
  const stands =
    installed === undefined
      ? 'nothing installed'
      : `installed ${installed.how === 'editable' ? 'as editable' : 'from the wheel'}`;
  const opened: Words = open === undefined ? [] : [', open: ', { code: open }];
  return [`${state.now.size} files, ${made}, ${stands}; seen as ${LENS_NAMES[lens].toLowerCase()}`, ...opened, '.'];
}

function planName({ built }: BuilderState): string {
  return built === undefined || planOf(built).kind === 'planned' ? `a ${built?.kind ?? 'wheel'}` : 'nothing could be';
}
