/** The module figure: which file an import gets, looked up along sys.path. */
import type { ReactNode } from 'react';
import { Choices, Pick, Switches } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Fold } from '@/figures/frame/Fold';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { Ladder, Stops, WalkButtons } from '../Ladder';
import type { ModuleScenario } from '../schema';
import { about } from './about';
import { model } from './model';
import type { ModulePicture } from './present';
import type { ModuleEvent } from './state';

export default function ModuleFigure(props: FigureProps<ModuleScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  return (
    <FigureFrame
      {...frame}
      task={picture.task}
      controls={<Controls picture={picture} send={send} />}
      details={
        <Fold summary="sys.path as Python prints it">
          <pre className="lookup-list">[{picture.sysPath}]</pre>
        </Fold>
      }
      about={about}
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
    </FigureFrame>
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
        {[
          { legend: 'Started as', choices: picture.starts },
          { legend: 'Standing in', choices: picture.folders },
          { legend: 'Python', choices: picture.interpreters },
        ]
          .filter(({ choices }) => choices.length > 1)
          .map((pick) => (
            <Pick key={pick.legend} {...pick} send={send} />
          ))}
      </div>
    </>
  );
}
