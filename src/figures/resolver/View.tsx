/** The resolver playground: what is asked of a project as ranges over its releases, the answer, why, and the ways out. */
import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices } from '@/figures/frame/Choices';
import { EditAsText } from '@/figures/frame/EditAsText';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { useCoreFor, useLateFor } from '@/figures/frame/use-parts';
import { AnswerView } from './AnswerView';
import { AskedView } from './AskedView';
import { about } from './about';
import { LateFold } from './LateFold';
import type { Owed } from './LongWorkView';
import type { ResolverPicture } from './picture';
import { RangesView } from './RangesView';
import type { ResolverScenario } from './scenario';
import { changesText, LARGEST_TEXT, type Lens as LensName, type ResolverEvent, rewritesText } from './state';
import { type ResolverModel, stillModel } from './still-model';
import { type LoadedParts, useResolverParts } from './use-parts';
import { useThinking } from './use-thinking';
import { useWhole } from './use-whole';

export interface ResolverFigureProps extends FigureProps<ResolverScenario> {
  /** In place of the figure's own, where several stand on one page. */
  readonly title?: string;
}

/** What to do, by what is looked at. */
const TASKS: Readonly<Record<LensName, string>> = {
  ranges: 'Drag the end of a bar, or use its buttons, and watch where the ranges overlap.',
  steps: 'Go on step by step, and say before each what it will be.',
  graph: 'Choose a project, and see why it is there.',
  race: 'Compare what the two searches had to do for their answers.',
  elsewhere: 'Say first what npm, Cargo and Go would take; then compare what stands in each bay.',
};

/** The walk needs the late parts. */
const modelOf = ({ core, late }: LoadedParts): ResolverModel =>
  core === undefined ? stillModel : { ...core.model, ...(late === undefined ? { walk: 'coming' } : {}) };

export default function ResolverFigure(props: ResolverFigureProps): ReactNode {
  const parts = useResolverParts(props.id, props.host ?? 'page', props.scenario.data);
  const { core, late, known } = parts;
  // Another model where more is known, so that the picture is made anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `late` and `known` are what make it another
  const model = useMemo(() => modelOf(parts), [core, late, known]);
  const figure = useFigure(model, props);
  const { frame } = figure;
  useCoreFor(figure.picture, parts);
  useThinking(figure.picture, parts);
  const picture = useWhole(figure.picture);
  const [owed, setOwed] = useState<Owed>();
  // With a lens beside the first, for a text that only they can read whole, and for an exercise, which may ask about what they know.
  useLateFor(picture.lens !== 'ranges' || props.host === 'exercise' || picture.needsLate, parts);
  // What changes the text needs the core; what changes the look of it is shown at once, and waits there.
  const send = (event: ResolverEvent) => {
    const { remote } = figure.picture;
    if (!changesText(event)) figure.send(event);
    else if (remote !== undefined && rewritesText(event)) setOwed({ awaited: remote, event });
    else parts.withCore(() => figure.send(event));
  };
  const part = { picture, send, parts };
  return (
    <FigureFrame
      {...frame}
      picture={picture}
      title={props.title ?? frame.title}
      task={[TASKS[picture.lens]]}
      controls={
        <div className="resolver-controls">
          <Choices legend="Look at" choices={picture.lenses} send={send} />
          <AskedView {...part} />
        </div>
      }
      details={<Details {...part} />}
      about={about}
    >
      {core === undefined || (figure.picture.awaits === undefined && owed === undefined) ? null : (
        <core.LongWorkView
          awaits={figure.picture.awaits}
          owed={owed}
          learn={parts.learn}
          settle={(event) => {
            setOwed(undefined);
            if (event !== undefined) figure.send(event);
          }}
        />
      )}
      {picture.lens === 'ranges' && picture.ranges !== undefined ? (
        <RangesView ranges={picture.ranges} send={send} />
      ) : null}
      <Lens {...part} />
      <AnswerView {...part} />
    </FigureFrame>
  );
}

export interface PartProps {
  readonly picture: ResolverPicture;
  readonly send: (event: ResolverEvent) => void;
  readonly parts: LoadedParts;
}

/** The lenses that come late. */
function Lens({ picture, send, parts: { late, learn } }: PartProps): ReactNode {
  if (late === undefined) return null;
  const { StepsView, GraphView, RaceView, ElsewhereView } = late;
  const { steps, graph, race, elsewhere } = picture;
  return (
    <>
      <link rel="stylesheet" href={late.styles} precedence="late" />
      {steps === undefined ? null : <StepsView steps={steps} send={send} />}
      {graph === undefined ? null : <GraphView graph={graph} send={send} />}
      {race === undefined ? null : <RaceView race={race} text={picture.shown} learn={learn} />}
      {elsewhere === undefined ? null : <ElsewhereView elsewhere={elsewhere} send={send} />}
    </>
  );
}

function Details(part: PartProps): ReactNode {
  const { picture, send, parts } = part;
  const { editor } = picture;
  return (
    <>
      <LateFold summary="Settings" parts={parts}>
        {(late) => <late.TuningView picture={picture} send={send} />}
      </LateFold>
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
      <LateFold summary="Bring requirements, take the answer along" parts={parts}>
        {(late) => <late.TakeAlongView picture={picture} send={send} />}
      </LateFold>
    </>
  );
}
