/** Draws the stops before a path, the path as a ladder of bays, and the buttons that walk down it. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import type { Bay, BayStatus, Stop, Walk } from './bay';

/** A shape for each state, so that colour never stands alone. Drawn, because not every font has such signs. */
function Mark({ status }: { readonly status: BayStatus | Stop['status'] }): ReactNode {
  return (
    <svg className="lookup-mark" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

const dot = <circle cx="8" cy="8" r="5" fill="currentColor" />;
const ring = <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const cross = <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />;
const dash = <path d="M4 8h8" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />;
const bar = (
  <>
    <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="m4.5 11.5 7-7" stroke="currentColor" strokeWidth="1.5" />
  </>
);

const shapes: Readonly<Record<BayStatus | Stop['status'], ReactNode>> = {
  taken: dot,
  'has-it': dot,
  passed: dash,
  'has-not': dash,
  refused: cross,
  ahead: ring,
  unreached: ring,
  unasked: ring,
  hidden: cross,
  omitted: bar,
};

/** Who is asked before the path. */
export function Stops({ label, stops }: { readonly label: string; readonly stops: readonly Stop[] }): ReactNode {
  return (
    <ol className="lookup-stops" aria-label={label}>
      {stops.map((stop) => (
        <li key={stop.label} className={stop.status}>
          <Mark status={stop.status} />
          <span>{stop.label}</span>
          <span className={stop.status === 'has-it' ? 'lookup-says' : 'visually-hidden'}>{stop.says}</span>
        </li>
      ))}
    </ol>
  );
}

/** The path, entry by entry. */
export function Ladder({ label, bays }: { readonly label: string; readonly bays: readonly Bay[] }): ReactNode {
  return (
    <ol className="lookup-ladder" aria-label={label}>
      {bays.map((bay) => (
        <li key={bay.key} className={`lookup-bay ${bay.status}`}>
          <Mark status={bay.status} />
          <span className="lookup-folder">
            <code>{bay.label}</code>
            {bay.note === '' ? null : <span className="lookup-note">{bay.note}</span>}
          </span>
          <Crates of={bay} />
          <span className="lookup-why">{bay.why}</span>
        </li>
      ))}
    </ol>
  );
}

function Crates({ of: { holds, label } }: { readonly of: Bay }): ReactNode {
  if (holds.length === 0) return null;
  return (
    <ul className="lookup-crates" aria-label={`In ${label}`}>
      {holds.map(({ name, wanted }) => (
        <li key={name} className={wanted ? 'wanted' : undefined}>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Back and on, one entry at a time. */
export function WalkButtons<Event>({
  walk,
  send,
}: {
  readonly walk: Walk<Event> | undefined;
  readonly send: (event: Event) => void;
}): ReactNode {
  if (walk === undefined) return null;
  const { back, on, done, total } = walk;
  return (
    <p className="lookup-walk">
      <Button
        label="Step back"
        onPress={() => back !== undefined && send(back)}
        disabledBecause={back === undefined ? 'This is where the search begins.' : undefined}
      />
      <span>
        <span className="visually-hidden">step </span>
        {done} of {total}
      </span>
      <Button label={done === total ? 'From the start' : 'Step on'} onPress={() => send(on)} />
    </p>
  );
}
