/** A command, followed look-up by look-up, as far as it was stepped. */
import type { Walk, WalkStep } from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import type { WalkPicture } from '@/figures/frame/WalkBar';
import type { Words } from '@/figures/frame/Words';
import type { Group, Mark, Row } from '@/figures/inspector/picture';
import { seenWith } from './crate-picture';
import { commandsOf, PLACE, walkOf } from './outcomes';
import type { SeenPicture } from './picture';
import type { BuilderEvent, BuilderState } from './state';

export function runPicture(state: BuilderState, isHidden: boolean): SeenPicture {
  const { ran, installed } = state;
  const commands = [...new Set([...commandsOf(state), ...(ran === undefined ? [] : [ran.command])])];
  const choices = commands.map((command): Choice<BuilderEvent> => {
    return { label: command, isCode: true, chosen: command === ran?.command, event: { kind: 'ran', command } };
  });
  const offered = choices.length === 0 ? [] : [{ legend: 'Run', choices }];
  if (ran === undefined) {
    const says = installed === undefined ? 'Nothing is installed that could be run.' : 'Choose what is run.';
    return seenWith({ says: [says], choices: offered });
  }
  const walk = walkOf(state, ran.command);
  const shown = shownSteps(walk, ran.step);
  const isWhole = shown === walk.steps.length;
  const { notes } = walk;
  return seenWith({
    choices: offered,
    says: isHidden ? ['Covered: say first how far it comes.'] : isWhole ? endWords(walk) : ['Where does it go next?'],
    walk: isHidden ? undefined : walkPicture(walk, shown),
    groups: isHidden
      ? []
      : [
          { title: 'Step by step', rows: walk.steps.slice(0, shown).map(stepRow) },
          ...lookedGroup(walk.steps[shown - 1], isWhole),
          ...(notes.length === 0 || !isWhole
            ? []
            : [{ title: 'What the text alone doesn’t tell', rows: notes.map((note) => noteRow(note)) }]),
        ],
  });
}

/** How many steps are shown: at least the first, at most all. */
export function shownSteps({ steps }: Walk, step: number | undefined): number {
  return step === undefined ? steps.length : Math.min(step + 1, steps.length);
}

/** The event that shows so many steps; all of them are a state without a number. */
function showing(count: number, all: number): BuilderEvent {
  return { kind: 'stepped', step: count >= all ? undefined : count - 1 };
}

function walkPicture({ steps }: Walk, shown: number): WalkPicture<BuilderEvent> {
  const all = steps.length;
  return {
    done: shown,
    total: all,
    here: `Step ${shown} of ${all}`,
    first: shown > 1 ? showing(1, all) : undefined,
    back: shown > 1 ? showing(shown - 1, all) : undefined,
    on: shown < all ? showing(shown + 1, all) : undefined,
    scrub: steps.map((_, at) => showing(at + 1, all)),
  };
}

const OUTCOMES: Readonly<Record<WalkStep['outcome'], readonly [Mark, string]>> = {
  found: ['well', 'found'],
  missing: ['wrong', 'missing'],
  'missing-and-caught': ['note', 'missing, and the program is ready for that'],
  'not-modelled': ['note', 'not followed here'],
};

function stepRow({ subject, outcome, sentence, at }: WalkStep): Row<BuilderEvent> {
  const [mark, word] = OUTCOMES[outcome];
  const place = at === undefined ? '' : ` (${shortPath(at.file)}, line ${at.line})`;
  const source = at === undefined ? undefined : sourceOf(at.file);
  return {
    mark,
    name: subject,
    word: `${word}${place}`,
    says: textOf(sentence),
    ...(source === undefined ? {} : { event: { kind: 'opened', path: source } }),
  };
}

/** Where the last shown step looked, place by place. */
function lookedGroup(step: WalkStep | undefined, isWhole: boolean): readonly Group<BuilderEvent>[] {
  if (step === undefined || step.looked.length === 0 || (isWhole && step.outcome === 'found')) return [];
  return [
    {
      title: `Where ${step.subject} was looked for`,
      rows: step.looked.map(({ place, what, finding, isTaken }) => ({
        mark: isTaken ? 'well' : 'plain',
        name: shortPath(place),
        word: `${what}: ${finding}`,
      })),
    },
  ];
}

function noteRow(note: Words): Row<BuilderEvent> {
  return { mark: 'note', name: 'not followed', word: textOf(note) };
}

export function endWords({ command, end }: Walk): Words {
  switch (end.kind) {
    case 'runs':
      return [{ code: command }, ' runs: nothing that the files show stops it.'];
    case 'fails':
      return [{ code: command }, ' stops: ', { code: end.lastLine }, ...statusWords(end.status)];
    case 'not-modelled':
      return ['It can’t be followed further here: ', ...end.because];
  }
}

const statusWords = (status: number): Words => [`. Its exit status is ${status}.`];

export function textOf(words: Words): string {
  return words.map((part) => (typeof part === 'string' ? part : part.code)).join('');
}

/** A path, from the project’s folder where it is below it. */
export function shortPath(path: string): string {
  return path.startsWith(`${PLACE.project}/`) ? path.slice(PLACE.project.length + 1) : path;
}

/** The file of the working copy that a path is; undefined where it is another. */
export function sourceOf(path: string): string | undefined {
  const short = shortPath(path);
  return short === path || short.startsWith('.venv/') ? undefined : short;
}

/** The run in a sentence, as far as it is shown. */
export function runWords(state: BuilderState): Words {
  const { ran } = state;
  if (ran === undefined) return ['Choose what is run.'];
  const walk = walkOf(state, ran.command);
  const shown = shownSteps(walk, ran.step);
  const step = walk.steps[shown - 1];
  return shown === walk.steps.length || step === undefined
    ? endWords(walk)
    : [`Step ${shown} of ${walk.steps.length}. `, ...step.sentence];
}
