/** The builds so far, and the one that would come now: what was changed before each, what it cost, and how that is against the last. */
import type { ProjectOutcome } from '@/core/docker';
import type { Words } from '@/figures/frame/Words';
import { bytesWord, countOf, secondsWord } from './amounts';
import { changesBefore } from './changes-before';
import { outcomesOf } from './outcomes';
import type { StageRows, Total } from './picture';
import type { ProjectScene } from './scenario';
import type { LayerState } from './state';
import { countSteps, stageRows } from './step-rows';

export interface BuildRow {
  readonly key: string;
  /** `Build 2`, or `Now`. */
  readonly name: string;
  readonly mark: Total['mark'];
  /** `built`, `fails`. */
  readonly word: string;
  readonly changed: Words;
  /** `2 of 3 steps ran, 160 MB written`. */
  readonly cost: string;
  readonly seconds: string;
  /** Against the build before: `12 s less`; empty where there is nothing to compare. */
  readonly difference: string;
  /** Of the longest build, from 0 to 1: its bar. */
  readonly share: number;
  readonly stages: readonly StageRows[];
}

export interface BuildsPicture {
  readonly kind: 'builds';
  readonly says: string;
  readonly said: string;
  readonly rows: readonly BuildRow[];
}

/** The builds of a state, in order; the last is the one that would come now. */
export function buildsPicture(scene: ProjectScene, { builds, now }: LayerState, isHidden: boolean): BuildsPicture {
  const setups = [...builds, now];
  const outcomes = outcomesOf(scene, setups);
  const longest = outcomes.reduce((most, { seconds }) => Math.max(most, seconds), 0);
  const rows = outcomes.map((outcome, at): BuildRow => {
    const isNow = at === builds.length;
    const row = {
      key: `${at}`,
      name: isNow ? 'Now' : `Build ${at + 1}`,
      changed: at === 0 ? ['The first: nothing was built before.'] : changesBefore(setups[at - 1], setups[at]),
      stages: stageRows(outcome, isNow && isHidden),
    };
    if (isNow && isHidden) {
      return { ...row, mark: 'ahead', word: 'what runs?', cost: '', seconds: '?', difference: '', share: 0 };
    }
    const before = outcomes[at - 1];
    return {
      ...row,
      ...resultOf(outcome, isNow),
      cost: costOf(outcome, isNow),
      seconds: secondsWord(outcome.seconds),
      difference: before === undefined ? '' : differenceOf(before, outcome, at),
      share: longest === 0 ? 0 : outcome.seconds / longest,
    };
  });
  const whole = outcomes.slice(0, builds.length).reduce((sum, { seconds }) => sum + seconds, 0);
  const said = `${countOf(builds.length, 'build')} so far`;
  return { kind: 'builds', says: `${said}, ${secondsWord(whole)} in all.`, said, rows };
}

function resultOf(outcome: ProjectOutcome, isNow: boolean): Pick<BuildRow, 'mark' | 'word'> {
  switch (outcome.outcome.kind) {
    case 'refused':
      return { mark: 'failed', word: 'refused' };
    case 'failed':
      return { mark: 'failed', word: 'fails' };
    case 'built':
      return countSteps(outcome).ran === 0
        ? { mark: 'cached', word: 'all cached' }
        : { mark: 'ran', word: isNow ? 'not built yet' : 'built' };
  }
}

function costOf(outcome: ProjectOutcome, isNow: boolean): string {
  if (outcome.outcome.kind === 'refused') return 'nothing is built';
  const { all, ran } = countSteps(outcome);
  const written = outcome.bytes === 0 ? [] : [`${bytesWord(outcome.bytes)} written`];
  const fetched = outcome.downloads === 0 ? [] : [`${bytesWord(outcome.downloads)} fetched`];
  return [`${ran} of ${countOf(all, 'step')} ${isNow ? 'run' : 'ran'}`, ...written, ...fetched].join(', ');
}

/** Differences below a tenth of a second are none. */
const SAME = 0.05;

/** One that ended early has nothing to be compared by. */
function differenceOf(before: ProjectOutcome, now: ProjectOutcome, builtBefore: number): string {
  if (before.outcome.kind !== 'built' || now.outcome.kind !== 'built') return '';
  const seconds = now.seconds - before.seconds;
  if (Math.abs(seconds) < SAME) return `as long as build ${builtBefore}`;
  return `${secondsWord(Math.abs(seconds))} ${seconds < 0 ? 'less' : 'more'} than build ${builtBefore}`;
}
