/** The install figure: what an installer does for `requests`, step by step, on a machine of the reader's choice. */
import { type ReactNode, useMemo, useReducer, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices } from '@/figures/frame/Choices';
import { Fold } from '@/figures/frame/Fold';
import { Frame } from '@/figures/frame/Frame';
import requests from '~content/scenarios/install/requests.json?raw';
import { aboutInstall, realCommand } from './about';
import { Board } from './Board';
import { DetailView } from './DetailView';
import './install.css';
import { present } from './present';
import { type InstallScenario, openScene } from './scenario';
import { firstState, type InstallEvent, type InstallState, update } from './state';
import { WalkBar } from './WalkBar';

/** With the figure's code, so that the page carries nothing of it. */
const scenario: InstallScenario = JSON.parse(requests);

export interface InstallFigureProps {
  readonly id: string;
  readonly number: string;
}

export default function InstallFigure({ id, number }: InstallFigureProps): ReactNode {
  const scene = useMemo(() => openScene(scenario), []);
  const step = (state: InstallState, event: InstallEvent) => update(scenario, state, event);
  const [state, send] = useReducer(step, scenario, firstState);
  const picture = present(scene, state);
  return (
    <Frame
      id={id}
      number={number}
      title="What asking for requests does"
      task={['Choose a machine, and see which files change. Tap a project, or go through the steps one by one.']}
      controls={
        <div className="install-machines">
          {picture.machines.map(({ legend, choices }) => (
            <Choices key={legend} legend={legend} choices={choices} send={send} />
          ))}
        </div>
      }
      happened={picture.happened}
      settings={picture.settings}
      announcement={picture.announcement}
      details={<RealTool />}
      about={aboutInstall(scenario.check)}
      reset={{
        label: 'Start again',
        onPress: () => send({ kind: 'reset' }),
        disabledBecause: picture.resetDisabledBecause,
      }}
    >
      <p className="install-machine">{picture.machine}</p>
      <Board picture={picture} send={send} />
      <WalkBar walk={picture.walk} send={send} />
      <div className="install-detail">
        <p className="install-here">{picture.walk.here}</p>
        <DetailView detail={picture.detail} />
      </div>
    </Frame>
  );
}

function RealTool(): ReactNode {
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(realCommand).then(() => setCopied(true));
  return (
    <Fold summary="Check with the real tool">
      <p>In an environment of your own; it changes nothing and prints what it would take:</p>
      <pre className="install-line">{realCommand}</pre>
      <p>
        <Button label={isCopied ? 'Copied' : 'Copy the command'} onPress={() => void copy()} />
      </p>
    </Fold>
  );
}
