/** The replay drawn: its controls, the partial solution by decision level, and the incompatibilities that are known. */
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { useLive } from '@/figures/frame/use-live';
import type { ResolverEvent } from './state';
import type { StepsPicture } from './steps';

export interface StepsProps {
  readonly steps: StepsPicture;
  readonly send: (event: ResolverEvent) => void;
}

/** Milliseconds a step stands while playing. */
const PACE = 1000;

export function StepsView({ steps, send }: StepsProps): ReactNode {
  const { step, total, says, kind, levels, known, more, isCut } = steps;
  const live = useLive();
  const { playing, setPlaying } = usePlaying(step, total, send);
  const go = (to: number) => () => send({ kind: 'walked', to });
  const atStart = step === 0 ? 'This is where it begins.' : undefined;
  const atEnd = step === total ? 'This is the end.' : undefined;
  return (
    <div className="resolver-steps">
      <div className="resolver-walk">
        <Button label="From the start" onPress={go(0)} disabledBecause={atStart} />
        <Button label="Back" onPress={go(step - 1)} disabledBecause={atStart} />
        <Button
          label={playing ? 'Pause' : 'Play'}
          onPress={() => setPlaying(!playing)}
          disabledBecause={playing ? undefined : atEnd}
        />
        <Button label="Next" onPress={go(step + 1)} disabledBecause={atEnd} />
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
      <p className={`resolver-step ${kind.replaceAll(' ', '-')}`}>
        <span>
          Step {step} of {total}
          {isCut ? ' (the rest isn’t recorded)' : ''}
        </span>{' '}
        <b>{kind}</b>
        <br />
        {says}
      </p>
      <div className="resolver-columns">
        <section aria-label="What is known of each project">
          <p className="resolver-label">What is known of each project</p>
          <ol className="resolver-levels">
            {levels.map(({ level, decided, derived, isNew }) => (
              <li key={level} className={isNew ? 'new' : undefined}>
                <span className="resolver-level">level {level}</span>
                <div>
                  {decided === undefined ? null : <b className="resolver-decided">{decided}</b>}
                  {derived.map((text) => (
                    <code key={text}>{text}</code>
                  ))}
                </div>
              </li>
            ))}
          </ol>
          {levels.length === 0 ? <p>Nothing yet.</p> : null}
        </section>
        <section aria-label="What can’t be, and what must be">
          <p className="resolver-label">What can’t be, and what must be</p>
          <ul className="resolver-known">
            {known.map(({ text, isLearned, isNew }) => (
              <li key={text} className={isNew ? 'new' : undefined}>
                {isLearned ? <b>learned: </b> : null}
                {text}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>and {more} older</p> : null}
          {known.length === 0 ? <p>Nothing yet.</p> : null}
        </section>
      </div>
    </div>
  );
}

/** Steps on by itself until the end; it rests while nobody can see it. */
function usePlaying(step: number, total: number, send: (event: ResolverEvent) => void) {
  const [wanted, setPlaying] = useState(false);
  const playing = wanted && step < total;
  const tick = useEffectEvent(() => {
    if (document.hidden) return;
    if (step < total) send({ kind: 'scrubbed', to: step + 1 });
    if (step + 1 >= total) setPlaying(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => tick(), PACE);
    return () => clearInterval(timer);
  }, [playing]);
  return { playing, setPlaying };
}
