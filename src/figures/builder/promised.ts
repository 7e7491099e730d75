/** What a scenario promises: the state after what is done, and the facts that don’t hold there. For the check and tests. */
import type { Fact } from '@/core/exercise';
import { model } from './core-model';
import type { BuilderScenario } from './scenario';
import type { BuilderFile, PromisedStep } from './schema';
import type { BuilderEvent, BuilderState } from './state';

/** A step in the figure’s own events. */
export function eventsOf(step: PromisedStep): readonly BuilderEvent[] {
  switch (step) {
    case 'build':
      return [{ kind: 'target-chosen', target: 'wheel' }, { kind: 'built' }];
    case 'build sdist':
      return [{ kind: 'target-chosen', target: 'sdist' }, { kind: 'built' }];
    case 'install':
      return [{ kind: 'how-chosen', how: 'regular' }, { kind: 'install-asked' }];
    case 'install editable':
      return [{ kind: 'how-chosen', how: 'editable' }, { kind: 'install-asked' }];
  }
  if ('run' in step) return [{ kind: 'ran', command: step.run }];
  if ('layout' in step) return [{ kind: 'edited', edit: { do: 'layout', layout: step.layout } }];
  if ('backend' in step) return [{ kind: 'edited', edit: { do: 'backend', backend: step.backend } }];
  if ('try' in step) return [{ kind: 'edited', edit: { do: 'try', change: step.try } }];
  if ('seen' in step) return [{ kind: 'lens-chosen', lens: step.seen }];
  if ('tested' in step) return [{ kind: 'tester-chosen', tester: step.tested }];
  return Object.entries(step.write).flatMap(([path, text]): readonly BuilderEvent[] =>
    text === null
      ? [{ kind: 'deleted', path }]
      : [
          { kind: 'added', path },
          { kind: 'typed', path, text },
        ],
  );
}

/** The state after some steps. */
export function stateAfter(scenario: BuilderScenario, steps: readonly PromisedStep[]): BuilderState {
  const scene = model.open(scenario);
  return steps.flatMap(eventsOf).reduce((state, event) => model.update(scene, state, event), model.first(scene));
}

/** What doesn’t hold, in sentences. */
export function brokenPromises(
  scenario: BuilderScenario,
  { do: steps, facts }: BuilderFile['expects'][number],
): readonly string[] {
  const found = model.facts(model.open(scenario), stateAfter(scenario, steps));
  return Object.entries(facts).flatMap(([name, wanted]) => {
    const fact = found.get(name);
    return isSame(fact, wanted) ? [] : [`${name} is ${said(fact)}, and the scenario expects ${said(wanted)}.`];
  });
}

const isSame = (left: Fact | undefined, right: Fact): boolean => JSON.stringify(left) === JSON.stringify(right);
const said = (fact: Fact | undefined): string => (fact === undefined ? 'no fact' : JSON.stringify(fact));
