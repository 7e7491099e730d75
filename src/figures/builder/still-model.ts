/**
 * The figure before its core is loaded, so that a page weighs little: the first state as it was drawn at build. Every other state shows
 * that picture too, as one that is on its way.
 */
import type { FigureModel } from '@/figures/frame/model';
import { builderPoster } from './builder-poster';
import { readState, writeState } from './link';
import { type BuilderPicture, coveredStill } from './picture';
import { realCheck } from './real-check';
import { type BuilderScenario, type BuilderScene, openScene, taskOf } from './scenario';
import { type BuilderEvent, type BuilderState, firstState, isFirstState, type Tools, update, weigh } from './state';

export type BuilderModel = FigureModel<BuilderScenario, BuilderScene, BuilderState, BuilderEvent, BuilderPicture>;

/** Until the core is there, nothing is judged: the view sends nothing before. */
const NO_TOOLS: Tools = { builds: () => true, installs: () => true, edit: (files) => files };

export const stillModel: BuilderModel = {
  name: 'package-builder',
  title: 'From a project to a program that runs',
  revision: 1,
  open: openScene,
  first: firstState,
  update: (_, state, event) => update(state, event, NO_TOOLS),
  weigh,
  present: ({ scenario }, state, { answer }) => {
    const { picture } = scenario.drawn;
    const now: BuilderPicture = isFirstState(state)
      ? picture
      : {
          ...picture,
          task: taskOf(scenario, state.installed !== undefined),
          status: { kind: 'loading', says: ['The backend is on its way …'] },
          resetDisabledBecause: undefined,
        };
    return answer === 'hidden' ? coveredStill(now) : now;
  },
  write: writeState,
  read: readState,
  facts: ({ scenario }) => new Map(scenario.drawn.facts),
  poster: builderPoster,
  realCheck,
  walk: 'coming',
};
