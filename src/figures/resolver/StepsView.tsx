/** The replay drawn: its controls, what the step did, the graph with how each package stands, what is held true, and the rules. */
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices, Pick } from '@/figures/frame/Choices';
import { useLive } from '@/figures/frame/use-live';
import { DrawingView } from './DrawingView';
import type { ResolverEvent } from './state';
import type { Lane, Note, StepsPicture } from './steps';

export interface StepsProps {
  readonly steps: StepsPicture;
  readonly send: (event: ResolverEvent) => void;
}

/** Milliseconds a step stands while playing. */
const PACES = { slowly: 2400, steadily: 1200, fast: 400 } as const;
type Pace = keyof typeof PACES;

export function StepsView({ steps, send }: StepsProps): ReactNode {
  const { strategies, step, total, says, kind, tone, isCut, lanes, notes, drawing } = steps;
  const [pace, setPace] = useState<Pace>('steadily');
  const { playing, setPlaying } = usePlaying(step, total, PACES[pace], send);
  const go = (to: number) => () => send({ kind: 'walked', to });
  const paces = (Object.keys(PACES) as Pace[]).map((each) => ({ label: each, chosen: each === pace, event: each }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys of the buttons inside it
    <div className="resolver-steps" onKeyDown={(event) => walk(event, steps, go)}>
      <Choices legend="Whose steps" choices={strategies} send={send} />
      <Walk steps={steps} playing={playing} setPlaying={setPlaying} go={go} send={send}>
        <Pick legend="Plays" choices={paces} send={setPace} />
      </Walk>
      <div className={`resolver-step ${tone}`}>
        <p>
          <span>
            Step {step} of {isCut ? `the first ${total}; there are more` : total}
          </span>{' '}
          <b>{kind}</b>
        </p>
        <p>{says}</p>
      </div>
      <div className="resolver-steps-parts">
        {drawing === undefined ? (
          <p className="resolver-label">There are too many packages, or none yet, for a drawing.</p>
        ) : (
          <DrawingView drawing={drawing} label="How each package stands" />
        )}
        <Lanes lanes={lanes} />
        <Notes notes={notes} />
      </div>
    </div>
  );
}

interface WalkProps extends StepsProps {
  readonly playing: boolean;
  readonly setPlaying: (playing: boolean) => void;
  readonly go: (to: number) => () => void;
  readonly children: ReactNode;
}

function Walk({ steps, playing, setPlaying, go, send, children }: WalkProps): ReactNode {
  const { step, total, says, nextConflict } = steps;
  const live = useLive();
  const atStart = step === 0 ? 'This is where it begins.' : undefined;
  const atEnd = step === total ? 'This is the end.' : undefined;
  const noConflict = nextConflict === undefined ? 'No conflict comes after this step.' : undefined;
  return (
    <div className="resolver-walk">
      <Button label="From the start" onPress={go(0)} disabledBecause={atStart} />
      <Button label="Back" onPress={go(step - 1)} disabledBecause={atStart} />
      <Button
        label={playing ? 'Pause' : 'Play'}
        onPress={() => setPlaying(!playing)}
        disabledBecause={playing ? undefined : atEnd}
      />
      <Button label="Next" onPress={go(step + 1)} disabledBecause={atEnd} />
      <Button label="Skip to a conflict" onPress={go(nextConflict ?? step)} disabledBecause={noConflict} />
      {children}
      <input
        type="range"
        aria-label="Go to"
        aria-valuetext={`step ${step} of ${total}: ${says}`}
        min={0}
        max={total}
        value={step}
        disabled={!live}
        onChange={({ target }) => send({ kind: 'scrubbed', to: target.valueAsNumber })}
      />
    </div>
  );
}

/** The arrow keys step, Home and End go to the ends; what has keys of its own keeps them. */
function walk(event: KeyboardEvent, { step, total }: StepsPicture, go: (to: number) => () => void): void {
  if ((event.target as HTMLElement).closest('input, select, .resolver-drawing, .resolver-rules') !== null) return;
  const to = { ArrowLeft: step - 1, ArrowRight: step + 1, Home: 0, End: total }[event.key];
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (to >= 0 && to <= total && to !== step) go(to)();
}

function Lanes({ lanes: { label, none, of } }: { readonly lanes: StepsPicture['lanes'] }): ReactNode {
  return (
    <section aria-label={label}>
      <p className="resolver-label">{label}</p>
      {of.length === 0 ? <p>{none}</p> : null}
      <ol className="resolver-lanes">
        {of.map((lane) => (
          <LaneItem key={lane.key} lane={lane} />
        ))}
      </ol>
    </section>
  );
}

function LaneItem({ lane: { label, items, isNew, isTakenBack } }: { readonly lane: Lane }): ReactNode {
  return (
    <li className={isTakenBack ? 'back' : isNew ? 'new' : undefined}>
      <span className="resolver-level">
        {label}
        {isTakenBack && label !== 'taken back' ? ', taken back' : ''}
      </span>
      <ul>
        {items.map(({ text, isChosen, by }) => (
          <li key={text} className={isChosen ? 'chosen' : undefined}>
            {isChosen ? <b>{text}</b> : <code>{text}</code>}
            {by === '' ? null : <span>{by}</span>}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Notes({ notes: { label, of, more } }: { readonly notes: StepsPicture['notes'] }): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="resolver-rules" aria-label={label} tabIndex={0}>
      <p className="resolver-label">{label}</p>
      {of.length === 0 ? <p>None yet.</p> : null}
      <ul>
        {of.map((note) => (
          <NoteItem key={note.key} note={note} />
        ))}
      </ul>
      {more > 0 ? <p className="resolver-label">and {more} older ones</p> : null}
    </section>
  );
}

function NoteItem({ note: { name, notation, says, from, word, isInUse, isNew } }: { readonly note: Note }): ReactNode {
  return (
    <li className={`${isInUse ? 'used' : ''}${isNew ? ' new' : ''}`}>
      <p>
        <b>{name}</b> <code>{notation}</code>
        {word === '' ? null : <i>{word}</i>}
        {isInUse ? <span className="resolver-used">in use</span> : null}
      </p>
      <p>
        {says}
        {from === '' ? '' : `, ${from}`}
      </p>
    </li>
  );
}

/** Steps on by itself until the end; it rests while nobody can see it. */
function usePlaying(step: number, total: number, pace: number, send: (event: ResolverEvent) => void) {
  const [wanted, setPlaying] = useState(false);
  const playing = wanted && step < total;
  const tick = useEffectEvent(() => {
    if (document.hidden) return;
    if (step < total) send({ kind: 'scrubbed', to: step + 1 });
    if (step + 1 >= total) setPlaying(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => tick(), pace);
    return () => clearInterval(timer);
  }, [playing, pace]);
  return { playing, setPlaying };
}
