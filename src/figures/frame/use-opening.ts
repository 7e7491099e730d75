/**
 * Brings a figure what comes from outside: the scenario and the state that an address or a slide names, and scenarios of the
 * library when they are asked for; and tells whether one of the first is on its way. Everything that comes is a stranger's until the model has read it.
 */
import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { scenarioPath } from './addresses';
import { decodeLink } from './link';
import type { FigureModel, FigurePicture } from './model';
import type { Moment } from './session';
import type { Dispatch, FigureProps, Host } from './use-figure';
import './wire';

interface Opening<Scenario, Scene, State> {
  readonly scenario: FigureProps<Scenario>['scenario'];
  readonly host: Host;
  readonly awaited: string | undefined;
  readonly now: Moment<Scene, State>;
}

/** A scenario's id, in an address and in a link. */
const scenarioId = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function useOpening<Scenario, Scene, State, Event, Picture extends FigurePicture>(
  model: FigureModel<Scenario, Scene, State, Event, Picture>,
  { scenario, host, awaited, now }: Opening<Scenario, Scene, State>,
  dispatch: Dispatch<Scene, State, Event>,
): { readonly isOpening: boolean } {
  // Until the address has been read, it may name another scenario.
  const [openings, setOpenings] = useState(host === 'lab' || host === 'embed' ? 1 : 0);
  const [scenes] = useState(() => new Map<string, Scene>([[scenario.id, now.scene]]));
  /** The number of the last link: one that takes longer than the next is stale. */
  const [links] = useState(() => ({ last: 0 }));

  const sceneOf = async (id: string): Promise<Scene> => {
    const known = scenes.get(id);
    if (known !== undefined) return known;
    if (!scenarioId.test(id)) throw new RangeError(`${id} is no scenario's id`);
    const answer = await fetch(scenarioPath(model.name, id));
    if (!answer.ok) throw new RangeError(`${id}: ${answer.status}`);
    const scene = model.open((await answer.json()) as Scenario);
    scenes.set(id, scene);
    return scene;
  };

  /** A link to what is there already is no step to undo. */
  const isAlready = (moment: Moment<Scene, State>): boolean =>
    moment.scenario === now.scenario &&
    JSON.stringify(model.write(moment.state)) === JSON.stringify(model.write(now.state));

  const openFragment = useEffectEvent(async (fragment: string) => {
    links.last += 1;
    const number = links.last;
    const link = await decodeLink(fragment, model.name);
    if (link.kind === 'none' || number !== links.last) return;
    if (link.kind === 'refused') {
      dispatch({ kind: 'link-refused', why: link.why });
      return;
    }
    const { payload } = link;
    if (payload.revision > model.revision) {
      dispatch({ kind: 'link-refused', why: 'newer' });
      return;
    }
    const scene = await sceneOf(payload.scenario).catch(() => undefined);
    if (number !== links.last) return;
    const state = scene === undefined ? undefined : model.read(scene, payload.state);
    if (scene === undefined || state === undefined) dispatch({ kind: 'link-refused', why: 'unfit' });
    else if (isAlready({ scenario: payload.scenario, scene, state })) dispatch({ kind: 'notice-closed' });
    else dispatch({ kind: 'opened', moment: { scenario: payload.scenario, scene, state } });
  });

  const openScenario = useEffectEvent(async (id: string) => {
    try {
      const scene = await sceneOf(id);
      dispatch({ kind: 'opened', moment: { scenario: id, scene, state: model.first(scene) } });
    } catch {
      dispatch({ kind: 'scenario-asked', scenario: id });
      dispatch({ kind: 'scenario-failed', scenario: id });
    }
  });

  const load = useEffectEvent(async (id: string) => {
    try {
      dispatch({ kind: 'scenario-came', scenario: id, scene: await sceneOf(id) });
    } catch {
      dispatch({ kind: 'scenario-failed', scenario: id });
    }
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, by the first address; later ones come as events
  useEffect(() => {
    if (host !== 'lab' && host !== 'embed') return;
    const named = host === 'embed' ? new URLSearchParams(location.search).get('scenario') : null;
    const done = () => setOpenings((count) => count - 1);
    if (location.hash !== '') void openFragment(location.hash).finally(done);
    else if (named !== null && named !== scenario.id) void openScenario(named).finally(done);
    else done();
    const opening = (fragment: string) => {
      flushSync(() => setOpenings((count) => count + 1));
      void openFragment(fragment).finally(done);
    };
    const changed = () => opening(location.hash);
    const commanded = ({ detail }: WindowEventMap['shipshape:figure-command']) => {
      if (detail.kind === 'open') opening(detail.fragment);
      else if (detail.kind === 'reset') dispatch({ kind: 'reset' });
    };
    addEventListener('hashchange', changed);
    addEventListener('shipshape:figure-command', commanded);
    return () => {
      removeEventListener('hashchange', changed);
      removeEventListener('shipshape:figure-command', commanded);
    };
  }, [host]);

  useEffect(() => {
    if (awaited !== undefined) void load(awaited);
  }, [awaited]);
  return { isOpening: openings > 0 };
}
