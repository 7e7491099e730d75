/** Rows under a title, each with its mark, its word, and where it leads. */
import type { ReactNode } from 'react';
import { useLive } from '@/figures/frame/use-live';
import { Sentence } from '@/figures/frame/Words';
import type { Group, Mark, Row } from './picture';
import type { InspectorEvent } from './state';

export type Send = (event: InspectorEvent) => void;

/** What a mark is called where its row has no word that says it. */
const SHAPES: Readonly<Record<Mark, ReactNode>> = {
  well: <path d="m3.5 8.5 3 3 6-7" />,
  note: (
    <>
      <path d="M8 7v5.5" />
      <path d="M8 3.6v.3" />
    </>
  ),
  wrong: <path d="m4 4 8 8m0-8-8 8" />,
  danger: <path d="M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.3" />,
  plain: <path d="M8 8h.01" />,
};

export function MarkShape({ mark }: { readonly mark: Mark }): ReactNode {
  return (
    <svg className={`inspector-mark mark-${mark}`} viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[mark]}
    </svg>
  );
}

interface GroupsProps<Event> {
  readonly groups: readonly Group<Event>[];
  readonly send: (event: Event) => void;
}

export function Groups<Event>({ groups, send }: GroupsProps<Event>): ReactNode {
  return groups.map((group) => <GroupView key={group.title} group={group} send={send} />);
}

interface GroupProps<Event> {
  readonly group: Group<Event>;
  readonly send: (event: Event) => void;
}

function GroupView<Event>({ group, send }: GroupProps<Event>): ReactNode {
  const { title, says, rows = [], fields = [], more } = group;
  return (
    <section className="inspector-group">
      <p className="inspector-title">{title}</p>
      {says === undefined ? null : (
        <p>
          <Sentence words={says} />
        </p>
      )}
      {fields.length === 0 ? null : <Fields fields={fields} />}
      <Rows rows={rows} send={send} />
      {more === undefined ? null : <p className="inspector-more">{more}</p>}
    </section>
  );
}

export function Fields({ fields }: { readonly fields: NonNullable<Group['fields']> }): ReactNode {
  return (
    <dl className="inspector-fields">
      {fields.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          {values.map((value, at) => {
            const key = `${at}`;
            return <dd key={key}>{value}</dd>;
          })}
        </div>
      ))}
    </dl>
  );
}

interface RowsProps<Event> {
  readonly rows: readonly Row<Event>[];
  readonly send: (event: Event) => void;
}

export function Rows<Event>({ rows, send }: RowsProps<Event>): ReactNode {
  if (rows.length === 0) return null;
  return (
    <ul className="inspector-rows">
      {rows.map((row, at) => {
        // An archive may have a path twice.
        const key = `${at} ${row.name}`;
        return (
          <li key={key}>
            <RowView row={row} send={send} />
          </li>
        );
      })}
    </ul>
  );
}

interface RowProps<Event> {
  readonly row: Row<Event>;
  readonly send: (event: Event) => void;
}

function RowView<Event>({ row, send }: RowProps<Event>): ReactNode {
  const { mark, name, word, says, event, isOpen = false } = row;
  const live = useLive();
  const inside = (
    <>
      <MarkShape mark={mark} />
      <code>{name}</code>
      <span className="inspector-word">{word}</span>
      {says === undefined ? null : <span className="inspector-says">{says}</span>}
    </>
  );
  if (event === undefined) return <div className="inspector-row">{inside}</div>;
  return (
    <button
      type="button"
      className="inspector-row on-paper"
      disabled={!live}
      aria-current={isOpen || undefined}
      onClick={() => send(event)}
    >
      {inside}
    </button>
  );
}
