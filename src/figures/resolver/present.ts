/** From the state of the resolver playground to what is drawn. */
import { writeExplanation, writeNotices, writtenRequirement } from '@/core/resolution';
import type { Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { exitsOf } from './exits';
import { type Awaited, awaitedOf, heardOf } from './heard';
import { lateParts } from './late-parts';
import { NO_EXITS } from './no-exits';
import { beforeTheEnd, covered, type ResolverPicture, type Verdict } from './picture';
import { formatPin, type Ranges, rangesOf } from './ranges';
import { type Answer, type Reading, readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import { isFirst, LARGEST_TEXT, LENSES, type Lens, type ResolverState } from './state';
import { capitalised, countOf, listed } from './wording';

const LENS_LABELS: Readonly<Record<Lens, string>> = {
  ranges: 'Ranges',
  steps: 'Steps',
  graph: 'Graph',
  race: 'Race',
  elsewhere: 'Elsewhere',
};

/** Pins that are shown at once. */
const PINS_SHOWN = 24;

/** The view-model of the playground. */
export function present(scene: TextScene, state: ResolverState, { answer: wanted }: Look): ResolverPicture {
  const picture = wholePicture(scene, state);
  return wanted === 'hidden' ? covered(picture) : beforeTheEnd(picture);
}

/** The same with its answer, wherever a walk through the steps stands: what the worker gives, for the page to go on from. */
export function wholePicture(scene: TextScene, state: ResolverState): ResolverPicture {
  const own = state.text ?? scene.scenario.text;
  const reading = readingOf(scene, own);
  const text = shownText(scene, state);
  const shown = readingOf(scene, text);
  if (reading.kind === 'awaited' || shown.kind === 'awaited') {
    const awaits = awaitedOf(scene, state, true);
    const picture = heardOf(awaits)?.picture ?? awaitedPicture(state, own, awaits);
    return { ...picture, remote: awaits };
  }
  const problems = reading.kind === 'unread' ? reading.problems : [];
  const frame = {
    ...frameOf(state),
    status: statusOf(scene, state, shown.kind === 'read' ? shown.answer : undefined, problems.length),
    editor: {
      text: own,
      problems: problems.map(({ at, message }) => ({ at, message })),
      isOwn: state.text !== undefined,
    },
    shown: text,
  };
  const needsLate = isPartial(reading) || isPartial(shown);
  if (shown.kind === 'unread') return { ...frame, ...nothing, needsLate };
  const { answer } = shown;
  const ranges = rangesOf(answer, state.focus);
  const asked = answer.scenario.problem.requirements.map(({ requirement }) => writtenRequirement(requirement));
  const lens = lensOf(answer, text, state);
  const why = answer.resolution.kind === 'unsolvable' ? answer.why() : undefined;
  const exits = exitsOf(answer);
  const isThinking = answer.isThinking();
  const isOpen = !scene.patience.isLast && !isThinking && (answer.resolution.kind === 'stopped' || answer.isCut());
  const awaits = isOpen ? awaitedOf(scene, state, false) : undefined;
  const heard = awaits && heardOf(awaits)?.picture;
  if (heard !== undefined) {
    // The worker went on; what a place in the replay shows, the page knows.
    const { status, happened, announcement } = heard;
    const says = lens.says === undefined ? happened : [lens.says];
    return {
      ...heard,
      ...frame,
      status,
      steps: lens.steps,
      happened: says,
      announcement: lens.announcement ?? announcement,
    };
  }
  return {
    ...frame,
    asked,
    verdict: verdictOf(answer, ranges?.project),
    ranges,
    why: why === undefined ? learnedIn(answer) : writeExplanation(why).map(({ number, text }) => ({ number, text })),
    notices: why === undefined ? [] : writeNotices(why.notices),
    exits,
    isThinking,
    ...lens,
    tuning: lateParts()?.tuningOf(answer),
    happened: lens.says === undefined ? happenedOf(answer, ranges) : [lens.says],
    settings: [`Asked for: ${asked.length === 0 ? 'nothing' : listed(firstOf(asked, MOST_ASKED))}.`],
    announcement: lens.announcement ?? announcementOf(answer, ranges),
    awaits,
    remote: undefined,
    needsLate,
  };
}

/** Does something stand in it that only the late parts can read? */
function isPartial(reading: Reading): boolean {
  return reading.kind !== 'awaited' && reading.isPartial;
}

/** Requirements that are named on paper. */
const MOST_ASKED = 20;

/** The first of them, and how many more there are. */
function firstOf(texts: readonly string[], most: number): readonly string[] {
  return texts.length > most + 1 ? [...texts.slice(0, most), `${texts.length - most} others`] : texts;
}

/** What there is of a picture before the text is read. */
function frameOf(state: ResolverState) {
  return {
    resetDisabledBecause: isFirst(state) ? 'This is the first state.' : undefined,
    lenses: LENSES.map((lens) => ({
      label: LENS_LABELS[lens],
      chosen: lens === state.lens,
      event: { kind: 'lens-chosen', lens } as const,
    })),
    lens: state.lens,
    isHidden: false,
  };
}

/** The worker reads the text: until it has, there is nothing to say of it. */
function awaitedPicture(state: ResolverState, own: string, awaits: Awaited): ResolverPicture {
  return {
    ...nothing,
    ...frameOf(state),
    verdict: { kind: 'awaited', word: 'on its way …', pins: [] },
    status: { kind: 'loading', says: ['It takes longer: the search goes on beside the page.'] },
    editor: { text: own, problems: [], isOwn: state.text !== undefined },
    shown: own,
    happened: ['The answer is on its way.'],
    announcement: 'It takes longer: the search goes on beside the page.',
    awaits,
  };
}

/** What is known of a search that was stopped for good. */
function learnedIn({ scenario, resolution }: Answer): ResolverPicture['why'] {
  if (resolution.kind !== 'stopped') return [];
  const learned = lateParts()?.learnedOf(scenario.problem, resolution) ?? [];
  return learned.map((text) => ({ number: undefined, text }));
}

/** What the chosen lens shows besides, and what it says in place of the answer. */
function lensOf(answer: Answer, text: string, { lens, step, strategy, fork, focus, lifted }: ResolverState) {
  const none = {
    steps: undefined,
    graph: undefined,
    race: undefined,
    elsewhere: undefined,
    says: undefined,
    announcement: undefined,
  };
  const parts = lateParts();
  if (parts === undefined) return none;
  switch (lens) {
    case 'ranges':
      return none;
    case 'steps': {
      const steps = parts.stepsOf(answer, step, strategy);
      const place = `Step ${steps.step} of ${steps.total}`;
      return {
        ...none,
        steps,
        says: steps.says,
        announcement: shortened(`${place}: ${steps.says}`, `${place}: ${steps.kind}.`),
      };
    }
    case 'graph': {
      const graph = parts.graphPictureOf(answer, focus, fork);
      const says = graph?.says;
      const short = graph?.focus && `${graph.focus.name} ${graph.focus.version} is in focus.`;
      return { ...none, graph, says, announcement: says && shortened(says, short ?? 'The graph is drawn.') };
    }
    case 'race': {
      const race = parts.raceOf(answer, text);
      return { ...none, race, says: race.says, announcement: shortened(race.says, 'Both strategies were run.') };
    }
    case 'elsewhere': {
      const elsewhere = parts.elsewherePictureOf(answer, lifted);
      const { says } = elsewhere;
      return { ...none, elsewhere, says, announcement: shortened(says, 'npm, Cargo and Go were asked too.') };
    }
  }
}

/** The sentence where it can be said aloud in eighteen words, or else the shorter one. */
function shortened(sentence: string, shorter: string): string {
  return sentence.split(/\s+/).length <= 18 ? sentence : shorter;
}

/** A scenario's own text that can't be read: the check of scenarios lets none through, a link might. */
const nothing = {
  asked: [],
  verdict: { kind: 'stopped', word: 'not read', pins: [] },
  ranges: undefined,
  steps: undefined,
  graph: undefined,
  race: undefined,
  elsewhere: undefined,
  why: [],
  notices: [],
  exits: NO_EXITS,
  isThinking: false,
  needsLate: false,
  happened: ['This scenario can’t be read: see “Edit as text”.'],
  settings: ['A scenario that can’t be read.'],
  announcement: 'The scenario can’t be read.',
  tuning: undefined,
  awaits: undefined,
  remote: undefined,
} satisfies Partial<ResolverPicture>;

function verdictOf({ resolution, pins }: Answer, project: string | undefined): Verdict {
  switch (resolution.kind) {
    case 'solved':
      return {
        kind: 'solved',
        word: resolution.forks.length > 1 ? `solved, in ${resolution.forks.length} forks` : 'solved',
        pins: pins.slice(0, PINS_SHOWN).map((pin) => {
          return { name: pin.name, text: formatPin(pin), isShown: pin.name === project };
        }),
      };
    case 'unsolvable':
      return { kind: 'unsolvable', word: 'no solution', pins: [] };
    case 'stopped':
      return { kind: 'stopped', word: 'stopped', pins: [] };
  }
}

function happenedOf({ resolution, pins, scenario }: Answer, ranges: Ranges | undefined): Words {
  if (scenario.ecosystem !== 'python') return ['This scenario is another ecosystem’s: look under “Elsewhere”.'];
  if (scenario.problem.requirements.length === 0) return ['Nothing is asked for, so nothing is installed.'];
  switch (resolution.kind) {
    case 'solved':
      return solvedWords(pins.length, ranges);
    case 'unsolvable':
      return tornWords(ranges);
    case 'stopped':
      return [
        `After ${countOf(resolution.counts.steps, 'step')} there is no answer yet: ${countOf(resolution.counts.conflicts, 'conflict')} were met, and ${countOf(resolution.learned.length, 'incompatibility').replace('ys', 'ies')} learned.`,
      ];
  }
}

function solvedWords(count: number, ranges: Ranges | undefined): Words {
  const all = count === 1 ? 'One release answers' : `${count} releases answer`;
  if (ranges?.chosen === undefined) return [`${all} what is asked for.`];
  const { project, chosen, bars } = ranges;
  // Those who leave something out decide, and are named first.
  const askers = bars
    .filter(({ standing }) => standing === 'holds')
    .sort((left, right) => Number(left.isWide) - Number(right.isWide));
  const words: (string | { readonly code: string })[] = [{ code: `${project} ${chosen}` }, inRangeOf(askers)];
  for (const { who, asks } of bars.filter(({ standing }) => standing === 'passed').slice(0, 2)) {
    words.push(` ${capitalised(who)} was passed over: it asks for `, { code: asks }, '.');
  }
  return words;
}

/** The second half of the sentence: in whose ranges it is. */
function inRangeOf(askers: Ranges['bars']): string {
  const [only] = askers;
  if (only === undefined) return ' was chosen.';
  if (askers.length === 1) return ` is in the range that ${only.who} ${only.verb} for.`;
  const names = askers.map(({ who }) => who);
  const named = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
  return ` is in the ranges that ${listed(named)} ask for.`;
}

/** Who are named in one sentence; of more, their number. */
const MOST_WANTS = 5;

/** Who wants what, in one sentence. */
function tornWords(ranges: Ranges | undefined): Words {
  if (ranges === undefined) return ['What is asked for can’t be had together.'];
  const { project, bars, overlaps } = ranges;
  const others = bars.length + ranges.more - MOST_WANTS;
  const named = others > 1 ? bars.slice(0, MOST_WANTS) : bars;
  const wants = named.flatMap(({ who, verb, asks }, at): Words => {
    const comma = at === 0 ? '' : at === named.length - 1 && others <= 1 ? ' and ' : ', ';
    return [`${comma}${who} ${verb} for `, { code: asks }];
  });
  if (others > 1) wants.push(` and ${others} others ask too`);
  if (overlaps) return ['Nothing can be chosen for all that is asked: the reasons stand below.'];
  const name = { code: project };
  if (bars.length < 2) return ['No release of ', name, ' will do: ', ...wants, '.'];
  return ['No release of ', name, ' is in all ranges: ', ...wants, '.'];
}

function statusOf(
  { patience }: TextScene,
  { refused, text, lens }: ResolverState,
  answer: Answer | undefined,
  problems: number,
): Status {
  if (refused !== undefined) {
    const bound = LARGEST_TEXT.toLocaleString('en');
    const says = `A text of ${refused.toLocaleString('en')} characters was not taken: ${bound} are the most.`;
    return { kind: 'too-large', says: [says] };
  }
  if (problems > 0) {
    const places = problems === 1 ? 'a place' : `${problems} places`;
    const kept = text === undefined ? '' : ' What is shown is of the last text that could be read.';
    return { kind: 'stale', says: [`The text has ${places} to mend: see “Edit as text”.${kept}`] };
  }
  if (answer === undefined) return { kind: 'error', says: ['The scenario can’t be read.'] };
  if (answer.scenario.ecosystem === 'python' && answer.scenario.problem.requirements.length === 0) {
    return {
      kind: 'empty',
      says: ['Nothing is asked for. Write requirements into root.requires, under “Edit as text”.'],
    };
  }
  if (lens !== 'ranges' && lateParts() === undefined) {
    return { kind: 'loading', says: ['The resolver is on its way …'] };
  }
  if (answer.resolution.kind === 'stopped') {
    const { counts } = answer.resolution;
    const steps = counts.steps.toLocaleString('en');
    if (!patience.isLast) {
      return { kind: 'loading', says: [`It takes more than ${steps} steps: the search goes on beside the page.`] };
    }
    const met = `${countOf(counts.conflicts, 'conflict')} were met`;
    return {
      kind: 'too-large',
      says: [`It was stopped after ${steps} steps, without an answer: ${met}. What was learned last stands below.`],
    };
  }
  return { kind: 'ready' };
}

/** Said aloud: at most eighteen words. Names may be many, so they are counted. */
function announcementOf({ resolution, pins }: Answer, ranges: Ranges | undefined): string {
  switch (resolution.kind) {
    case 'solved':
      return ranges?.chosen === undefined
        ? `Solved: ${countOf(pins.length, 'release')} chosen.`
        : `Solved: ${ranges.project} ${ranges.chosen}, ${countOf(pins.length, 'release')} in all.`;
    case 'unsolvable': {
      const askers = (ranges?.bars ?? []).filter(({ standing }) => standing === 'fault').length;
      return ranges === undefined || askers === 0
        ? 'No solution.'
        : `No solution: ${countOf(askers, 'range')} on ${ranges.project} don’t overlap.`;
    }
    case 'stopped':
      return 'The search was stopped.';
  }
}
