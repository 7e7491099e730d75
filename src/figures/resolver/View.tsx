/** The resolver playground: what is asked of a project as ranges over its releases, the answer, why, and the ways out. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices } from '@/figures/frame/Choices';
import { EditAsText } from '@/figures/frame/EditAsText';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { AnswerView } from './AnswerView';
import { about } from './about';
import type { Core } from './core';
import type { ResolverPicture } from './picture';
import { RangesView } from './RangesView';
import type { ResolverScenario } from './scenario';
import { changesText, LARGEST_TEXT, type Lens as LensName, type ResolverEvent } from './state';
import { stillModel } from './still-model';
import { useCore, useCoreFor } from './use-core';

export interface ResolverFigureProps extends FigureProps<ResolverScenario> {
  /** In place of the figure's own, where several stand on one page. */
  readonly title?: string;
}

/** What to do, by what is looked at. */
const TASKS: Readonly<Record<LensName, string>> = {
  ranges: 'Move a bound by its buttons, and watch where the ranges overlap and which release is chosen.',
  steps: 'Go on step by step, and say before each what it will be.',
  graph: 'Choose a project, and see why it is there.',
  race: 'Compare what the two searches had to do for their answers.',
  elsewhere: 'Say first what npm, Cargo and Go would take; then compare what stands in each bay.',
};

export default function ResolverFigure(props: ResolverFigureProps): ReactNode {
  const loaded = useCore();
  const figure = useFigure(loaded.core?.model ?? stillModel, props);
  const { picture, frame } = figure;
  useCoreFor(picture, loaded);
  // What changes the text needs the core; what changes the look of it is shown at once, and waits there.
  const send = (event: ResolverEvent) =>
    changesText(event) ? loaded.withCore(() => figure.send(event)) : figure.send(event);
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={[TASKS[picture.lens]]}
      controls={picture.lenses.length > 1 ? <Choices legend="Look at" choices={picture.lenses} send={send} /> : null}
      details={<Details picture={picture} send={send} />}
      about={about}
    >
      {picture.lens === 'ranges' && picture.ranges !== undefined ? (
        <RangesView ranges={picture.ranges} send={send} />
      ) : null}
      <Lens picture={picture} send={send} core={loaded.core} />
      <AnswerView picture={picture} send={send} />
    </FigureFrame>
  );
}

interface LensProps extends PartProps {
  readonly core: Core | undefined;
}

/** The lenses that come with the core. */
function Lens({ picture, send, core }: LensProps): ReactNode {
  if (core === undefined) return null;
  const { StepsView, GraphView, RaceView, ElsewhereView, LongAnswerView } = core;
  const { steps, graph, race, elsewhere } = picture;
  return (
    <>
      {steps === undefined ? null : <StepsView steps={steps} send={send} />}
      {graph === undefined ? null : <GraphView graph={graph} send={send} />}
      {picture.verdict.kind === 'stopped' ? <LongAnswerView text={picture.shown} /> : null}
      {race === undefined ? null : <RaceView race={race} text={picture.shown} />}
      {elsewhere === undefined ? null : <ElsewhereView elsewhere={elsewhere} />}
    </>
  );
}

export interface PartProps {
  readonly picture: ResolverPicture;
  readonly send: (event: ResolverEvent) => void;
}

function Details({ picture, send }: PartProps): ReactNode {
  const { editor } = picture;
  return (
    <>
      <EditAsText
        label="The scenario"
        hint="What is asked for under [root], and the releases that exist under [packages], in TOML."
        value={editor.text}
        problems={editor.problems}
        onChange={(text) => send({ kind: 'text-typed', text })}
        largest={LARGEST_TEXT}
      />
      {editor.isOwn ? (
        <p>
          <Button label="Back to the example’s text" onPress={() => send({ kind: 'text-left' })} look="text" />
        </p>
      ) : null}
    </>
  );
}
