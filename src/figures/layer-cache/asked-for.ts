/** What the build is asked for beside the files, as it is drawn: arguments, the target, the cache. */
import { offersOf } from '@/core/docker';
import type { Choice } from '@/figures/frame/Choices';
import type { ArgumentField, AskedFor } from './picture';
import { dockerfileOf, type ProjectScene } from './scenario';
import { askedOptions } from './setup';
import type { LayerEvent, LayerState } from './state';

export function askedForOf({ scenario }: ProjectScene, { now }: LayerState): AskedFor {
  const offers = offersOf(dockerfileOf(scenario, now));
  return {
    options: askedOptions(now),
    offered: Object.entries(scenario.arguments).map(([name, values]) => ({
      name,
      choices: values.map((value, at) => offeredChoice(name, value, at === 0, now.arguments.get(name))),
    })),
    fields: fieldsOf(offers.arguments, now.arguments),
    targets: targetsOf(offers.stages, now.target),
    cache: [{ label: '--no-cache', isCode: true, chosen: now.ignoresCache, event: { kind: 'cache-switched' } }],
  };
}

/** The first is the Dockerfile’s own: to choose it is to give none. */
function offeredChoice(name: string, value: string, isOwn: boolean, given: string | undefined): Choice<LayerEvent> {
  const event: LayerEvent = { kind: 'argument-chosen', name, value: isOwn ? undefined : value };
  return { label: value, isCode: true, chosen: given === event.value, event };
}

/** The arguments that the Dockerfile declares; then those that are given all the same. */
function fieldsOf(
  declared: readonly { readonly name: string; readonly value: string }[],
  given: ReadonlyMap<string, string>,
): readonly ArgumentField[] {
  const names = new Set(declared.map(({ name }) => name));
  const idle = [...given].filter(([name]) => !names.has(name));
  return [
    ...declared.map(({ name, value }) => ({ name, value: given.get(name) ?? '', standard: value, says: '' })),
    ...idle.map(([name, value]) => ({
      name,
      value,
      standard: '',
      says: 'The Dockerfile doesn’t declare it: the builder says so, and builds.',
    })),
  ];
}

function targetsOf(stages: readonly string[], target: string | undefined): readonly Choice<LayerEvent>[] {
  const isMissing = target !== undefined && !stages.includes(target);
  if (stages.length === 0 && !isMissing) return [];
  const names = [undefined, ...stages, ...(isMissing ? [target] : [])];
  return names.map((stage) => ({
    label: stage ?? 'the last stage',
    chosen: stage === target,
    event: { kind: 'targeted', stage },
  }));
}
