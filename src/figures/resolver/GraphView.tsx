/** The graph: drawn, with the release in focus and why it is that one beside it; the same as a list, and as trees. */
import { type ReactNode, useState } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { LongFold } from '@/figures/frame/Fold';
import { useLive } from '@/figures/frame/use-live';
import { DrawingView } from './DrawingView';
import type { FocusPicture, GraphPicture, ListItem, Neighbour } from './graph';
import type { ResolverEvent } from './state';

type Tree = NonNullable<GraphPicture['tree']>;

export interface GraphProps {
  readonly graph: GraphPicture;
  readonly send: (event: ResolverEvent) => void;
}

export function GraphView({ graph, send }: GraphProps): ReactNode {
  const { forks, drawing, withPassed, more, focus, list, tree, inverse, isFailure } = graph;
  const [isAll, setAll] = useState(false);
  const live = useLive();
  return (
    <div className="resolver-graph">
      {forks.length === 0 ? null : <Choices legend="Where" choices={forks} send={send} />}
      {withPassed === undefined ? null : (
        <fieldset className="figure-choices" disabled={!live}>
          <label className="figure-chip">
            <input type="checkbox" checked={isAll} onChange={({ target }) => setAll(target.checked)} />
            <span>Show what was passed over</span>
          </label>
        </fieldset>
      )}
      <div className="resolver-graph-parts">
        <DrawingView
          drawing={isAll && withPassed !== undefined ? withPassed : drawing}
          label={isFailure ? 'What the conflict rests on, drawn' : 'The graph: who asks for whom'}
          focus={focus?.name}
          choose={(project) => send({ kind: 'project-chosen', project })}
        />
        {focus === undefined ? null : <Focus focus={focus} send={send} />}
      </div>
      <p className="resolver-legend" aria-hidden="true">
        <svg viewBox="0 0 40 8" aria-hidden="true">
          <path d="M0 4h40" className="from-focus" />
        </svg>
        what {focus?.name ?? 'it'} asks for
        <svg viewBox="0 0 40 8" aria-hidden="true">
          <path d="M0 4h40" className="to-focus" />
        </svg>
        who asks for {focus?.name ?? 'it'}
      </p>
      {more > 0 ? <p className="resolver-label">{more} more are in the list, and not drawn.</p> : null}
      <LongFold summary={`As a list: ${list.length === 1 ? 'one package' : `${list.length} packages`}`}>
        <List list={list} send={send} />
      </LongFold>
      {tree === undefined ? null : (
        <LongFold summary="As uv tree prints it">
          <TreeLines tree={tree} />
        </LongFold>
      )}
      {inverse === undefined || focus === undefined ? null : (
        <LongFold summary={`As uv tree --invert --package ${focus.name} prints it`}>
          <TreeLines tree={inverse} />
        </LongFold>
      )}
    </div>
  );
}

function Focus({ focus, send }: { readonly focus: FocusPicture; readonly send: GraphProps['send'] }): ReactNode {
  const { name, version, why } = focus;
  return (
    <section className="resolver-focus" aria-label={`Why ${name}`}>
      <p className="resolver-focus-name">
        <b>{name}</b> <code>{version}</code>
      </p>
      {why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Relations of={focus} send={send} />
    </section>
  );
}

function Relations({ of, send }: { readonly of: FocusPicture; readonly send: GraphProps['send'] }): ReactNode {
  return (
    <>
      <p className="resolver-label">requires</p>
      {of.requires.length === 0 ? <p>nothing</p> : <Neighbours of={of.requires} send={send} />}
      <p className="resolver-label">required by</p>
      {of.requiredBy.length === 0 ? <p>nobody</p> : <Neighbours of={of.requiredBy} send={send} />}
    </>
  );
}

function Neighbours({ of, send }: { readonly of: readonly Neighbour[]; readonly send: GraphProps['send'] }): ReactNode {
  return (
    <ul className="resolver-neighbours">
      {of.map(({ key, name, asks, event }) => (
        <li key={key}>
          {event === undefined ? <b>{name}</b> : <Go name={name} event={event} send={send} />} <code>{asks}</code>
        </li>
      ))}
    </ul>
  );
}

interface GoProps {
  readonly name: string;
  readonly event: ResolverEvent;
  readonly send: GraphProps['send'];
}

/** Brings a project into focus. */
function Go({ name, event, send }: GoProps): ReactNode {
  const live = useLive();
  return (
    <button type="button" className="figure-button text on-paper" disabled={!live} onClick={() => send(event)}>
      {name}
    </button>
  );
}

function List({ list, send }: { readonly list: readonly ListItem[]; readonly send: GraphProps['send'] }): ReactNode {
  return (
    <ul className="resolver-list">
      {list.map((item) => (
        <li key={item.name}>
          <Go name={item.name} event={item.event} send={send} /> <code>{item.version}</code>
          <ul>
            <li>{item.why.join(' ')}</li>
            <Related label="requires" of={item.requires} />
            <Related label="required by" of={item.requiredBy} />
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Related({ label, of }: { readonly label: string; readonly of: readonly Neighbour[] }): ReactNode {
  if (of.length === 0) return null;
  return (
    <li>
      {label}:
      <ul>
        {of.map(({ key, name, asks }) => (
          <li key={key}>
            {name} <code>{asks}</code>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A line has nothing of its own to be known by but its place. */
function keyed(lines: Tree['lines']) {
  return lines.map((line, at) => ({ ...line, key: `${at}` }));
}

function TreeLines({ tree: { lines, isCut } }: { readonly tree: Tree }): ReactNode {
  const isRepeated = lines.some((line) => line.isRepeated);
  return (
    <div className="resolver-tree">
      <ul>
        {keyed(lines).map(({ key, branch, depth, text, isRepeated: isAgain }) => (
          <li key={key}>
            <span aria-hidden="true">{branch}</span>
            <span className="visually-hidden">level {depth}: </span>
            {text}
            {isAgain ? ' (*)' : ''}
          </li>
        ))}
      </ul>
      {isRepeated ? <p>(*) Package tree already displayed</p> : null}
      {isCut ? <p>The first {lines.length} lines are shown; there are more.</p> : null}
    </div>
  );
}
