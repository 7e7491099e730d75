/**
 * A value that goes up and down by steps, and an item that moves up and down in its list: pairs of buttons for thumbs, in native
 * groups. What a step led to is said by the figure's live region, so the value itself is no live region.
 */
import type { KeyboardEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Button } from './Button';
import { useLive } from './use-live';

/** One button of a pair: what it does, said aloud, and why it does nothing at an end. */
export interface Step<Event> {
  /** In words: `glibc 2.27`, `/usr/bin one place up`. */
  readonly label: string;
  /** Undefined at an end. */
  readonly event: Event | undefined;
  readonly disabledBecause?: string;
}

export interface StepperProps<Event> {
  readonly legend: string;
  readonly value: string;
  readonly less: Step<Event>;
  readonly more: Step<Event>;
  readonly send: (event: Event) => void;
}

type Pair<Event> = Pick<StepperProps<Event>, 'less' | 'more'>;

/** What the arrow keys do while one of the buttons has the focus. */
const ARROWS: Readonly<Record<string, <Event>(pair: Pair<Event>) => Step<Event>>> = {
  ArrowRight: ({ more }) => more,
  ArrowUp: ({ more }) => more,
  ArrowLeft: ({ less }) => less,
  ArrowDown: ({ less }) => less,
};

export function Stepper<Event>({ legend, value, less, more, send }: StepperProps<Event>): ReactNode {
  const live = useLive();
  const pressed = (event: KeyboardEvent) => {
    const step = ARROWS[event.key]?.({ less, more });
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (step.event !== undefined) send(step.event);
  };
  return (
    <fieldset className="figure-stepper" disabled={!live} onKeyDown={pressed}>
      <legend>{legend}</legend>
      <StepButton {...less} send={send}>
        –
      </StepButton>
      <b>{value}</b>
      <StepButton {...more} send={send}>
        +
      </StepButton>
    </fieldset>
  );
}

export interface MovesProps<Event> {
  /** What is moved: `/usr/bin`. */
  readonly legend: string;
  readonly up: Step<Event>;
  readonly down: Step<Event>;
  readonly send: (event: Event) => void;
}

/** Up and down beside an item of a list. */
export function Moves<Event>({ legend, up, down, send }: MovesProps<Event>): ReactNode {
  const live = useLive();
  // The item takes its buttons along, and a browser drops the focus of what is moved: it is given back, to move on by keys.
  const move = (event: Event) => {
    const pressed = document.activeElement;
    flushSync(() => send(event));
    if (pressed instanceof HTMLElement) pressed.focus({ preventScroll: true });
  };
  return (
    <fieldset className="figure-moves" disabled={!live}>
      <legend className="visually-hidden">{legend}</legend>
      <StepButton {...up} send={move}>
        ↑
      </StepButton>
      <StepButton {...down} send={move}>
        ↓
      </StepButton>
    </fieldset>
  );
}

interface StepButtonProps<Event> extends Step<Event> {
  readonly send: (event: Event) => void;
  readonly children: string;
}

function StepButton<Event>({ label, event, disabledBecause, send, children }: StepButtonProps<Event>): ReactNode {
  return (
    <Button
      label={label}
      onPress={() => event !== undefined && send(event)}
      disabledBecause={event === undefined ? (disabledBecause ?? 'This is the end.') : undefined}
    >
      {children}
    </Button>
  );
}
