/** The module figure: which file an import gets, looked up along sys.path. */
import { type ReactNode, useMemo, useReducer } from 'react';
import type { Check } from '@/figures/frame/About';
import { Choices, Pick, Switches } from '@/figures/frame/Choices';
import { Fold } from '@/figures/frame/Fold';
import { Frame } from '@/figures/frame/Frame';
import { Ladder, Stops, WalkButtons } from '../Ladder';
import type { ModuleScenario } from '../schema';
import { about } from './about';
import { type ModulePicture, openScene, present } from './present';
import { firstState, type ModuleEvent, type ModuleState, update } from './state';

export interface ModuleFigureProps {
  readonly id: string;
  readonly number: string;
  readonly scenario: ModuleScenario;
  readonly checks: readonly Check[];
}

export default function ModuleFigure({ id, number, scenario, checks }: ModuleFigureProps): ReactNode {
  const scene = useMemo(() => openScene(scenario), [scenario]);
  const step = (state: ModuleState, event: ModuleEvent) => update(scenario, state, event);
  const [state, send] = useReducer(step, scenario, firstState);
  const picture = present(scene, state);
  return (
    <Frame
      id={id}
      number={number}
      title="Which module is imported?"
      task={['Can you make Python pass over your own ', { code: 'random.py' }, ' and take its own?']}
      controls={<Controls picture={picture} send={send} />}
      happened={picture.happened}
      settings={picture.settings}
      announcement={picture.announcement}
      details={
        <Fold summary="sys.path as Python prints it">
          <pre className="lookup-list">[{picture.sysPath}]</pre>
        </Fold>
      }
      about={{ ...about, checks }}
      reset={{
        label: 'Start again',
        onPress: () => send({ kind: 'reset' }),
        disabledBecause: picture.resetDisabledBecause,
      }}
    >
      <p className="lookup-typed">
        <span className="lookup-prompt">{picture.prompt}</span>
        <b>{picture.typed}</b>
        {picture.importing === '' ? null : (
          <span className="lookup-line">
            <span className="lookup-prompt">in it: </span>
            {picture.importing}
          </span>
        )}
      </p>
      <Stops label="Asked before sys.path" stops={picture.stops} />
      <Ladder label="sys.path" bays={picture.bays} />
      <WalkButtons walk={picture.walk} send={send} />
    </Frame>
  );
}

interface ControlsProps {
  readonly picture: ModulePicture;
  readonly send: (event: ModuleEvent) => void;
}

function Controls({ picture, send }: ControlsProps): ReactNode {
  return (
    <>
      <Choices legend="Import" choices={picture.modules} send={send} />
      <Switches legend="With" choices={picture.switches} send={send} />
      <div className="figure-picks">
        <Pick legend="Started as" choices={picture.starts} send={send} />
        <Pick legend="Standing in" choices={picture.folders} send={send} />
        <Pick legend="Python" choices={picture.interpreters} send={send} />
      </div>
    </>
  );
}
