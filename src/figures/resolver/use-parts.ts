/** The playground's parts that are loaded by themselves, and that more is known when its worker has answered. */
import { useReducer } from 'react';
import type { Host } from '@/figures/frame/use-figure';
import { type LoadedParts as Parts, useParts } from '@/figures/frame/use-parts';
import type { Core } from './core';
import type { Late } from './late';
import type { ResolverScenario } from './scenario';

export interface LoadedParts extends Parts<Core, Late> {
  /** Rises when the worker has answered. */
  readonly known: number;
  readonly learn: () => void;
}

/** The core has read the scenario ahead, piece by piece, before it counts as loaded. */
async function loadCore(scenario: ResolverScenario): Promise<Core> {
  const core = await import('./core');
  await core.readAhead(scenario, () => new Promise((then) => setTimeout(then)));
  return core;
}

export function useResolverParts(id: string, host: Host, scenario: ResolverScenario): LoadedParts {
  const [known, learn] = useReducer((count: number) => count + 1, 0);
  const parts = useParts<Core, Late>(id, host, { core: () => loadCore(scenario), late: () => import('./late') });
  return { ...parts, known, learn };
}
