/** Work that goes on beside the page: where it stands, how to end it, and what became of it. */
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { type Awaited, hear } from './heard';
import type { LongProgress } from './long-search';
import type { ResolverEvent, RewriteEvent } from './state';
import { askWhole, type WholeOutcome } from './whole-client';
import { countOf } from './wording';

/** A change that the worker is to write into the text. */
export interface Owed {
  readonly awaited: Awaited;
  readonly event: RewriteEvent;
}

export interface LongWorkProps {
  readonly awaits: Awaited | undefined;
  readonly owed: Owed | undefined;
  /** An answer has come. */
  readonly learn: () => void;
  /** What was owed is done; without an event it was given up. */
  readonly settle: (event: ResolverEvent | undefined) => void;
}

/** Milliseconds of quiet before a text that is being typed is asked about. */
const QUIET = 120;

type Standing = { readonly kind: 'running'; readonly progress: LongProgress | undefined } | { readonly kind: Ended };
type Ended = Exclude<WholeOutcome['kind'], 'answered'>;

const ENDED: Readonly<Record<Ended, string>> = {
  cancelled: 'You stopped it. What was shown last stays.',
  'timed-out': 'It was ended, for it took too long. What was shown last stays.',
  'too-large': 'It is too large to be looked into here.',
  crashed: 'It could not be finished here.',
};

export function LongWorkView({ awaits, owed, learn, settle }: LongWorkProps): ReactNode {
  const [standing, setStanding] = useState<Standing>({ kind: 'running', progress: undefined });
  const [abort, setAbort] = useState<AbortController>();
  const [turn, setTurn] = useState(0);
  const key = owed === undefined ? awaits?.key : `${owed.awaited.key} ${JSON.stringify(owed.event)}`;

  const ask = useEffectEvent(async (controller: AbortController) => {
    const awaited = owed?.awaited ?? awaits;
    if (awaited === undefined) return;
    const { signal } = controller;
    const onProgress = (progress: LongProgress) => {
      if (!signal.aborted) setStanding({ kind: 'running', progress });
    };
    const outcome = await askWhole({ strategy: 'whole', awaited, event: owed?.event }, { signal, onProgress });
    // What was asked before something else was asked is of no interest any more.
    if (signal.reason === 'another') return;
    if (outcome.kind !== 'answered') {
      setStanding({ kind: outcome.kind });
      if (owed !== undefined) settle(undefined);
      return;
    }
    const { heard, state } = outcome.answer;
    if (owed === undefined) {
      hear(awaited.key, heard);
      learn();
    } else settle({ kind: 'text-came', text: state.text ?? awaited.scenario.text, focus: state.focus });
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for another key, and when the reader wants it again
  useEffect(() => {
    const controller = new AbortController();
    setAbort(controller);
    setStanding({ kind: 'running', progress: undefined });
    const timer = setTimeout(() => void ask(controller), QUIET);
    return () => {
      clearTimeout(timer);
      controller.abort('another');
    };
  }, [key, turn]);

  return (
    <div className="resolver-work">
      {standing.kind === 'running' ? (
        <>
          <p>{progressOf(standing.progress)}</p>
          <Button
            label="Stop it"
            onPress={() => {
              abort?.abort('stopped');
              setStanding({ kind: 'cancelled' });
            }}
          />
        </>
      ) : (
        <>
          <p role="status">{ENDED[standing.kind]}</p>
          <Button label="Try again" onPress={() => setTurn(turn + 1)} />
        </>
      )}
    </div>
  );
}

function progressOf(progress: LongProgress | undefined): string {
  if (progress === undefined) return 'Beside the page: reading …';
  const { steps, conflicts, learned } = progress;
  const learnt = `${learned.toLocaleString('en')} learned`;
  return `Beside the page: ${countOf(steps, 'step')}, ${countOf(conflicts, 'conflict')}, ${learnt} …`;
}
