/** Every figure by its name, for tools that take any of them. Pages import a figure by itself. */
import { model as builderModel } from './builder/model';
import { model as bumpModel } from './bump/model';
import { model as clinicModel } from './clinic/model';
import type { FigureName } from './frame/model';
import { type AnyFigure, anyFigure, type Player } from './frame/player';
import { model as inspectorModel } from './inspector/model';
import { model as installModel } from './install/model';
import { model as layerModel } from './layer-cache/model';
import { model as commandModel } from './lookup/command/model';
import { model as moduleModel } from './lookup/module/model';
import { model as resolverModel } from './resolver/model';
import { model as specifierModel } from './specifier/model';
import { model as wheelModel } from './wheel/model';

/** A figure joins when it has a model. */
export const figures: Readonly<Partial<Record<FigureName, AnyFigure>>> = {
  'command-lookup': anyFigure(commandModel),
  'module-lookup': anyFigure(moduleModel),
  'install-steps': anyFigure(installModel),
  'specifier-explorer': anyFigure(specifierModel),
  'bump-adviser': anyFigure(bumpModel),
  'wheel-decoder': anyFigure(wheelModel),
  'wheel-inspector': anyFigure(inspectorModel),
  'package-builder': anyFigure(builderModel),
  'manifest-clinic': anyFigure(clinicModel),
  resolver: anyFigure(resolverModel),
  'layer-cache': anyFigure(layerModel),
};

/**
 * A figure with a scenario.
 *
 * @example openFigure('wheel-decoder', scenario).play({ machine: 'alpine' })?.facts.get('libc') // → 'musl'
 */
export function openFigure(name: FigureName, scenario: unknown): Player {
  const figure = figures[name];
  if (figure === undefined) throw new RangeError(`There is no figure ${name}.`);
  return figure.open(scenario);
}
