/** The layer cache: a project’s files beside the steps of its Dockerfile. Tap a file, and the steps that depend on it fall. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { taskWords } from '@/figures/lookup/task';
import { about } from './about';
import { FileTree } from './FileTree';
import { StepList } from './StepList';
import type { LayerScenario } from './scenario';
import type { LayerEvent } from './state';
import { stillModel } from './still-model';
import { TotalBar } from './TotalBar';
import { useCore, useCoreFor } from './use-core';

export default function LayerFigure(props: FigureProps<LayerScenario>): ReactNode {
  const loaded = useCore(props.id, props.host ?? 'page');
  const figure = useFigure(loaded.core?.model ?? stillModel, props);
  const { picture, frame } = figure;
  useCoreFor(picture, loaded);
  const send = (event: LayerEvent) => loaded.withCore(() => figure.send(event));
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
