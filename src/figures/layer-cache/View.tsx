/** The layer cache: a project’s files beside the steps of its Dockerfile. Tap a file, and the steps that depend on it fall. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { taskWords } from '@/figures/lookup/task';
import { about } from './about';
import { FileTree } from './FileTree';
import { model } from './model';
import { StepList } from './StepList';
import type { LayerScenario } from './scenario';
import { TotalBar } from './TotalBar';

export default function LayerFigure(props: FigureProps<LayerScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  const { arrangements, taps } = picture;
  return (
    <FigureFrame
      {...frame}
      task={taskWords(picture.task)}
      controls={
        <div className="layer-controls">
          {arrangements.length === 0 ? null : <Choices legend="Dockerfile" choices={arrangements} send={send} />}
          <Choices legend="A tap on a file" choices={taps} send={send} />
        </div>
      }
      about={about}
    >
      <div className="layer-project">
        <TotalBar picture={picture} send={send} />
        <FileTree files={picture.files} send={send} />
        <StepList id={frame.id} stages={picture.stages} />
      </div>
    </FigureFrame>
  );
}
