/**
 * What a reader can set: one of several as chips (native radio buttons, so arrow keys, grouping and forced colours come
 * from the browser), switches (native check boxes), and one of several in little room (a native list).
 */
import { type ReactNode, useId } from 'react';
import { useLive } from './use-live';

export interface Choice<Event> {
  readonly label: string;
  /** Set in the mono: a command, a path, an option. */
  readonly isCode?: boolean | undefined;
  readonly chosen: boolean;
  /** What choosing it, or switching it, means to the figure. */
  readonly event: Event;
}

export interface ChoicesProps<Event> {
  readonly legend: string;
  readonly choices: readonly Choice<Event>[];
  readonly send: (event: Event) => void;
}

interface ChipsProps<Event> extends ChoicesProps<Event> {
  readonly type: 'radio' | 'checkbox';
}

function Chips<Event>({ legend, choices, send, type }: ChipsProps<Event>): ReactNode {
  const name = useId();
  const live = useLive();
  return (
    <fieldset className="figure-choices" disabled={!live}>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <Chip key={choice.label} {...choice} type={type} name={name} send={send} />
      ))}
    </fieldset>
  );
}

/** One of several. */
export function Choices<Event>(props: ChoicesProps<Event>): ReactNode {
  return <Chips {...props} type="radio" />;
}

/** Any of several. */
export function Switches<Event>(props: ChoicesProps<Event>): ReactNode {
  return <Chips {...props} type="checkbox" />;
}

interface ChipProps<Event> extends Choice<Event> {
  readonly type: 'radio' | 'checkbox';
  readonly name: string;
  readonly send: (event: Event) => void;
}

function Chip<Event>({ label, isCode = false, chosen, event, type, name, send }: ChipProps<Event>): ReactNode {
  return (
    <label className="figure-chip">
      <input type={type} name={name} checked={chosen} onChange={() => send(event)} />
      <span className={isCode ? 'code' : undefined}>{label}</span>
    </label>
  );
}

/** One of several, in little room: the browser's own list. */
export function Pick<Event>({ legend, choices, send }: ChoicesProps<Event>): ReactNode {
  const live = useLive();
  const chosen = choices.findIndex((choice) => choice.chosen);
  const pick = (index: number) => {
    const choice = choices[index];
    if (choice !== undefined) send(choice.event);
  };
  return (
    <label className="figure-pick">
      <span>{legend}</span>
      <select value={chosen} disabled={!live} onChange={(change) => pick(Number(change.target.value))}>
        {choices.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
