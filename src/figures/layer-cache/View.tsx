/** The layer cache: a project’s files beside the steps of its Dockerfile. Tap a file, and the steps that depend on it fall. */
import { type ReactNode, useMemo } from 'react';
import { type Choice, Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { type LoadedParts, useCoreFor, useLateFor, useParts } from '@/figures/frame/use-parts';
import { taskWords } from '@/figures/lookup/task';
import { FileTree } from '@/figures/project-files/FileTree';
import { AskedView } from './AskedView';
import { about } from './about';
import type { Core } from './core';
import { IGNORE_FILE } from './file-path';
import type { Late } from './late';
import type { LayerPicture } from './picture';
import { StepList } from './StepList';
import type { LayerScenario } from './scenario';
import type { LayerEvent } from './state';
import { stillModel } from './still-model';
import { TotalBar } from './TotalBar';

const LOADERS = { core: () => import('./core'), late: () => import('./late') };

export interface LayerFigureProps extends FigureProps<LayerScenario> {
  /** In place of the figure's own, where several stand on one page. */
  readonly title?: string;
}

export default function LayerFigure(props: LayerFigureProps): ReactNode {
  const host = props.host ?? 'page';
  const loaded = useParts<Core, Late>(props.id, host, LOADERS);
  const { core, late } = loaded;
  // Another model once the lenses are there, so that the picture is made anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `late` is what makes it another
  const model = useMemo(() => (core === undefined ? stillModel : { ...core.model }), [core, late]);
  const figure = useFigure(model, props);
  const { picture, frame } = figure;
  useCoreFor(picture, loaded);
  // An exercise may ask about what the lenses know.
  useLateFor(picture.lens !== 'steps' || host === 'exercise', loaded);
  const send = (event: LayerEvent) => loaded.withCore(() => figure.send(event), event);
  const shown = (choices: readonly Choice<LayerEvent>[]) => asAsked(choices, loaded.waiting);
  const { arrangements, taps, lenses, asked } = picture;
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={taskWords(picture.task)}
      controls={
        <div className="layer-controls">
          {arrangements.length === 0 ? null : <Choices legend="Dockerfile" choices={shown(arrangements)} send={send} />}
          {asked.offered.map(({ name, choices }) => (
            <Choices key={name} legend={`--build-arg ${name}=`} choices={shown(choices)} send={send} />
          ))}
          <Choices legend="A tap on a file" choices={shown(taps)} send={send} />
          <AskedView asked={asked} send={send} />
        </div>
      }
      about={about}
    >
      <div className={picture.open === undefined ? 'layer-project' : 'layer-project editing'}>
        <TotalBar picture={picture} send={send} />
        <FileTree
          files={picture.files}
          open={picture.open}
          begins={picture.hasIgnoreFile ? [] : [IGNORE_FILE]}
          send={send}
          openFile={core && ((opened) => <core.OpenFile key={opened.file.path} {...opened} />)}
        />
        <div className="layer-right">
          <Choices legend="Seen as" choices={shown(lenses)} send={send} />
          <Seen id={frame.id} picture={picture} loaded={loaded} />
        </div>
      </div>
    </FigureFrame>
  );
}

/** A chip that was chosen before the core has come is shown as chosen, so that nobody chooses it twice. */
function asAsked(choices: readonly Choice<LayerEvent>[], waiting: unknown): readonly Choice<LayerEvent>[] {
  if (!choices.some(({ event }) => event === waiting)) return choices;
  return choices.map((choice) => ({ ...choice, chosen: choice.event === waiting }));
}

interface SeenProps {
  readonly id: string;
  readonly picture: LayerPicture;
  readonly loaded: LoadedParts<Core, Late>;
}

function Seen({ id, picture: { seen, lens, stages }, loaded: { late } }: SeenProps): ReactNode {
  if (lens === 'steps') return <StepList id={id} stages={stages} />;
  if (late === undefined || seen === undefined) return <p>On its way …</p>;
  return (
    <>
      <link rel="stylesheet" href={late.styles} precedence="late" />
      <late.SeenView id={id} seen={seen} />
    </>
  );
}
