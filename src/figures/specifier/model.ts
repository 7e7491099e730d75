/** The specifier explorer without its drawing: which versions of a project a specifier admits, beside npm and Cargo. */
import type { FigureModel } from '@/figures/frame/model';
import { factsOf } from './facts';
import { readState, writeState } from './link';
import { present, type SpecifierPicture } from './present';
import { realCheck } from './real-check';
import { openScene, type SpecifierScenario, type SpecifierScene } from './scenario';
import { specifierPoster } from './specifier-poster';
import { firstState, type SpecifierEvent, type SpecifierState, update } from './state';

const STROKES: ReadonlySet<SpecifierEvent['kind']> = new Set(['specifier-typed', 'lane-typed', 'versions-typed']);

export const model: FigureModel<SpecifierScenario, SpecifierScene, SpecifierState, SpecifierEvent, SpecifierPicture> = {
  name: 'specifier-explorer',
  title: 'Which versions does it let in?',
  revision: 1,
  open: openScene,
  first: firstState,
  update,
  weigh: ({ kind }) => (STROKES.has(kind) ? 'stroke' : 'step'),
  present,
  write: writeState,
  read: readState,
  facts: factsOf,
  poster: specifierPoster,
  realCheck,
  // A slide steps through the specifiers to try.
  walk: {
    step: ({ scenario: { tries } }, { specifier, prereleases }, by) => {
      const here = tries.findIndex(
        (one) => one.specifier === specifier.text && (one.prereleases ?? 'if-needed') === prereleases,
      );
      const at = here === -1 ? (by === 1 ? 0 : -1) : here + by;
      return tries[at] && { kind: 'try-chosen', at };
    },
    goTo: ({ scenario: { tries } }, _, step) => tries[step] && { kind: 'try-chosen', at: step },
  },
};
