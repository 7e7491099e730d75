/** The package builder: a small project beside what is built of it, and the stations on the way to a program that runs. */
import { type ReactNode, useRef } from 'react';
import { Button } from '@/figures/frame/Button';
import { type Choice, Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Fold } from '@/figures/frame/Fold';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { type LoadedParts, useCoreFor, useLateFor, useParts } from '@/figures/frame/use-parts';
import { taskWords } from '@/figures/lookup/task';
import { FileTree } from '@/figures/project-files/FileTree';
import { OpenFile, type OpenFileProps } from '@/figures/project-files/OpenFile';
import { Stations } from '@/figures/stations/Stations';
import { about } from './about';
import type { Core } from './core';
import type { Late } from './late';
import { ManifestEditor } from './ManifestEditor';
import { ManifestView } from './ManifestView';
import { NoteList } from './NoteList';
import type { BuilderPicture } from './picture';
import { SeenView } from './SeenView';
import type { BuilderScenario } from './scenario';
import type { BuilderEvent } from './state';
import { stillModel } from './still-model';
import { TakeAlong } from './TakeAlong';

const LOADERS = { core: () => import('./core'), late: () => import('./late') };

export interface BuilderFigureProps extends FigureProps<BuilderScenario> {
  /** In place of the figure's own, where several stand on one page. */
  readonly title?: string;
}

type Send = (event: BuilderEvent) => void;

export default function BuilderFigure(props: BuilderFigureProps): ReactNode {
  const loaded = useParts<Core, Late>(props.id, props.host ?? 'page', LOADERS);
  const { core } = loaded;
  const figure = useFigure(core === undefined ? stillModel : core.model, props);
  const { picture, frame } = figure;
  useCoreFor(picture, loaded);
  useLateFor(picture.lens === 'box', loaded);
  const send: Send = (event) => loaded.withCore(() => figure.send(event), event);
  const sides = useRef<HTMLDivElement>(null);
  // What is tapped may open a file that is out of sight: the reader goes on there.
  const lead: Send = (event) =>
    loaded.withCore(() => {
      figure.send(event);
      if (event.kind === 'opened' && event.path !== undefined) goToFile(sides.current, event.path);
    }, event);
  const shown = (choices: readonly Choice<BuilderEvent>[]) => asAsked(choices, loaded.waiting);
  const { settled, lenses, stations, leads, notes, tries, seen } = picture;
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={taskWords(picture.task)}
      controls={
        <div className="builder-controls">
          {settled.map(({ legend, choices }) => (
            <Choices key={legend} legend={legend} choices={shown(choices)} send={send} />
          ))}
        </div>
      }
      about={about}
      details={
        <>
          {tries.length === 0 ? null : (
            <Fold summary="Change something and see">
              <p className="figure-buttons">
                {tries.map(({ label, event }) => (
                  <Button key={label} label={label} onPress={() => send(event)} />
                ))}
              </p>
            </Fold>
          )}
          <TakeAlong summary="Take the project along" taken={picture.project} loaded={loaded} />
        </>
      }
    >
      <div className="builder">
        <Stations
          label="How far it comes"
          stations={stations}
          lead={(stage) =>
            leads
              .filter((lead) => lead.stage === stage)
              .map(({ label, event, disabledBecause }) => (
                <Button key={label} label={label} onPress={() => send(event)} disabledBecause={disabledBecause} />
              ))
          }
        />
        <NoteList notes={notes} send={lead} />
        <div className="builder-sides" ref={sides}>
          <div className="builder-right">
            <Choices legend="Seen as" choices={shown(lenses)} send={send} />
            {seen === undefined ? (
              <Box picture={picture} loaded={loaded} send={send} />
            ) : (
              <SeenView seen={seen} send={lead} />
            )}
            {picture.file?.takes === undefined ? null : (
              <TakeAlong summary={picture.file.takes} taken={picture.file} loaded={loaded} />
            )}
          </div>
          <FileTree
            files={picture.files}
            open={picture.open}
            begins={picture.begins}
            send={send}
            openFile={(opened) => (
              <Opened key={opened.file.path} opened={opened} picture={picture} core={core} send={send} />
            )}
          />
        </div>
      </div>
    </FigureFrame>
  );
}

/** To the field that has a problem, or else to the row of the file. */
function goToFile(sides: HTMLElement | null, path: string): void {
  requestAnimationFrame(() => {
    const rows = [...(sides?.querySelectorAll<HTMLElement>('button[data-path]') ?? [])];
    const row = rows.find(({ dataset }) => dataset['path'] === path);
    (row?.closest('li')?.querySelector<HTMLElement>('.builder-field.wrong') ?? row)?.focus();
  });
}

/** A chip that was chosen before the core has come is shown as chosen, so that nobody chooses it twice. */
function asAsked(choices: readonly Choice<BuilderEvent>[], waiting: unknown): readonly Choice<BuilderEvent>[] {
  if (!choices.some(({ event }) => event === waiting)) return choices;
  return choices.map((choice) => ({ ...choice, chosen: choice.event === waiting }));
}

interface OpenedProps {
  readonly core: Core | undefined;
  readonly opened: OpenFileProps;
  readonly picture: BuilderPicture;
  readonly send: Send;
}

function Opened({ opened, picture: { manifest }, core, send }: OpenedProps): ReactNode {
  if (manifest === undefined) return <OpenFile {...opened} />;
  return (
    <>
      <ManifestView manifest={manifest} send={send} />
      <ManifestEditor opened={opened} core={core} />
    </>
  );
}

interface BoxProps {
  readonly picture: BuilderPicture;
  readonly send: Send;
  readonly loaded: LoadedParts<Core, Late>;
}

function Box({ picture: { file, box, isHidden }, loaded: { late }, send }: BoxProps): ReactNode {
  if (isHidden) return <p>Covered: say first what is in the file.</p>;
  if (file === undefined) return <p>Nothing is built yet.</p>;
  return late === undefined ? <p>On its way …</p> : <late.BoxView file={file} box={box} send={send} />;
}
