/**
 * Every figure with its examples: what labs, embeds, stills and the scenario files are made from. Read at build and in tests; no
 * page sends it to a browser.
 */

import { builderLibrary } from './builder/library';
import { bumpLibrary } from './bump/library';
import { clinicLibrary } from './clinic/library';
import type { FigureName } from './frame/model';
import { inspectorLibrary } from './inspector/library';
import { installLibrary } from './install/library';
import { layerLibrary } from './layer-cache/library';
import { commandLibrary, moduleLibrary } from './lookup/library';
import { resolverLibrary } from './resolver/library';
import { specifierLibrary } from './specifier/library';
import { wheelLibrary } from './wheel/library';

/** A scenario with its data as the figure is given them. */
export interface LibraryScenario<Scenario> {
  /** Chosen by its author and permanent: it stands in addresses. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
  readonly data: Scenario;
}

/** A figure's part of the library. */
export interface LibraryFigure<Scenario> {
  readonly name: FigureName;
  readonly title: string;
  /** What one can do with it, in one sentence. */
  readonly says: string;
  /** Where it stands in the course. */
  readonly stands: readonly { readonly lecture: string; readonly number: string; readonly figure: string }[];
  /** The first is the one that the figure begins with. */
  readonly scenarios: readonly [LibraryScenario<Scenario>, ...LibraryScenario<Scenario>[]];
}

/** In the order of the course, as in the labs index. A figure joins by a line here. */
export const figures = [
  moduleLibrary,
  installLibrary,
  commandLibrary,
  specifierLibrary,
  bumpLibrary,
  wheelLibrary,
  inspectorLibrary,
  builderLibrary,
  clinicLibrary,
  resolverLibrary,
  layerLibrary,
] as const satisfies readonly LibraryFigure<unknown>[];

/** What a figure's view is told of its examples. */
export const entriesOf = ({ scenarios }: LibraryFigure<unknown>): readonly Omit<LibraryScenario<unknown>, 'data'>[] =>
  scenarios.map(({ id, title, says }) => ({ id, title, says }));

/** The scenario with that id. @throws when the figure has none */
export function scenarioOf<Scenario>(figure: LibraryFigure<Scenario>, id: string): LibraryScenario<Scenario> {
  const found = figure.scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new RangeError(`${figure.name} has no scenario ${id}.`);
  return found;
}
