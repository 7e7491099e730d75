/** The install figure: what an installer does for a requirement, step by step, on a machine of the reader’s choice. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { WalkBar } from '@/figures/frame/WalkBar';
import { aboutInstall } from './about';
import { Board } from './Board';
import { DetailView } from './DetailView';
import { model } from './model';
import type { InstallScenario } from './scenario';

export default function InstallFigure(props: FigureProps<InstallScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  return (
    <FigureFrame
      {...frame}
      task={['Choose a machine, and see which files change. Tap a project, or go through the steps one by one.']}
      controls={
        <div className="install-machines">
          {picture.machines.map(({ legend, choices }) => (
            <Choices key={legend} legend={legend} choices={choices} send={send} />
          ))}
        </div>
      }
      about={aboutInstall(props.scenario.data.check)}
    >
      <p className="install-machine">{picture.machine}</p>
      <Board picture={picture} send={send} />
      {picture.isHidden ? null : <WalkBar walk={picture.walk} send={send} />}
      <div className="install-detail">
        <p className="install-here">{picture.walk.here}</p>
        <DetailView detail={picture.detail} />
      </div>
    </FigureFrame>
  );
}
