/**
 * The playground before its core is loaded, so that a page weighs little: the first state as it was drawn at build. Every other state
 * shows that picture too, as one that is on its way.
 */
import type { FigureModel } from '@/figures/frame/model';
import { readState, writeState } from './link';
import { beforeTheEnd, covered, type ResolverPicture } from './picture';
import { realCheckOf } from './real-check-script';
import { resolverPoster } from './resolver-poster';
import { openScene, type ResolverScenario, type ResolverScene } from './scenario';
import { changesText, firstState, isFirst, lookAgain, type ResolverEvent, type ResolverState } from './state';

export type ResolverModel = FigureModel<ResolverScenario, ResolverScene, ResolverState, ResolverEvent, ResolverPicture>;

const isLens = (event: ResolverEvent, lens: ResolverState['lens']) =>
  event.kind === 'lens-chosen' && event.lens === lens;

export const stillModel: ResolverModel = {
  name: 'resolver',
  title: 'Which versions go together?',
  revision: 1,
  open: openScene,
  first: firstState,
  update: (_, state, event) => (changesText(event) ? state : lookAgain(state, event)),
  weigh: (event) => {
    if (event.kind === 'bound-moved' && event.dragged !== undefined) {
      return event.dragged === 'begins' ? 'first-stroke' : 'stroke';
    }
    return event.kind === 'text-typed' || event.kind === 'scrubbed' ? 'stroke' : 'step';
  },
  present: ({ scenario }, state, { answer }) => {
    const { text, first } = scenario;
    const picture = { ...first.picture, shown: text, editor: { ...first.picture.editor, text } };
    const now: ResolverPicture = isFirst(state)
      ? picture
      : {
          ...picture,
          lens: state.lens,
          lenses: picture.lenses.map((each) => ({ ...each, chosen: isLens(each.event, state.lens) })),
          status: { kind: 'loading', says: ['The resolver is on its way …'] },
          resetDisabledBecause: undefined,
        };
    return answer === 'hidden' ? covered(now) : beforeTheEnd(now);
  },
  write: writeState,
  read: (_, json) => readState(json),
  facts: ({ scenario }) => new Map(scenario.first.facts),
  poster: resolverPoster,
  realCheck: ({ scenario }) => realCheckOf(scenario.first.realCheck),
  walk: 'coming',
};
