/** The graph drawn: releases by their distance from the root, the one in focus with what it requires and what requires it, and trees. */
import type { ReactNode } from 'react';
import { Fold } from '@/figures/frame/Fold';
import { useLive } from '@/figures/frame/use-live';
import type { FocusPicture, GraphNode, GraphPicture, Neighbour, TreeLine } from './graph';
import type { ResolverEvent } from './state';

export interface GraphProps {
  readonly graph: GraphPicture;
  readonly send: (event: ResolverEvent) => void;
}

export function GraphView({ graph, send }: GraphProps): ReactNode {
  const { nodes, more, focus, tree, inverse } = graph;
  const depths = [...new Set(nodes.map(({ depth }) => depth))];
  return (
    <div className="resolver-graph">
      <ol className="resolver-layers" aria-label="Releases by their distance from your requirements">
        {depths.map((depth) => (
          <li key={depth}>
            <span className="resolver-level">{depth === 1 ? 'you ask for' : `${depth} steps away`}</span>
            <div>
              {nodes
                .filter((node) => node.depth === depth)
                .map((node) => (
                  <Node key={node.name} node={node} send={send} />
                ))}
            </div>
          </li>
        ))}
      </ol>
      {more > 0 ? <p>and {more} more</p> : null}
      {focus === undefined ? null : <Focus focus={focus} send={send} />}
      <Fold summary="As a tree">
        <Tree lines={tree} />
      </Fold>
      <Fold summary={`What leads to ${focus?.name ?? 'it'}, as a tree`}>
        <Tree lines={inverse} />
      </Fold>
    </div>
  );
}

const RELATIONS = { requires: 'required by it', 'required-by': 'requires it' } as const;

function Node({ node, send }: { readonly node: GraphNode; readonly send: GraphProps['send'] }): ReactNode {
  const live = useLive();
  const { name, version, isFocus, relation, event } = node;
  return (
    <button
      type="button"
      className={`resolver-node on-paper ${isFocus ? 'focus' : (relation ?? '')}`}
      aria-pressed={isFocus}
      disabled={!live}
      onClick={() => send(event)}
    >
      <code>
        {name} {version}
      </code>
      {relation === undefined ? null : <span>{RELATIONS[relation]}</span>}
    </button>
  );
}

function Focus({ focus, send }: { readonly focus: FocusPicture; readonly send: GraphProps['send'] }): ReactNode {
  const { name, version, why, requires, requiredBy } = focus;
  return (
    <dl className="resolver-focus">
      <dt>
        {name} {version}
      </dt>
      <dd>{why}</dd>
      <dt>requires</dt>
      <dd>{requires.length === 0 ? 'nothing' : <Neighbours of={requires} send={send} />}</dd>
      <dt>required by</dt>
      <dd>{requiredBy.length === 0 ? 'nothing' : <Neighbours of={requiredBy} send={send} />}</dd>
    </dl>
  );
}

function Neighbours({ of, send }: { readonly of: readonly Neighbour[]; readonly send: GraphProps['send'] }): ReactNode {
  const live = useLive();
  return (
    <ul>
      {of.map(({ name, asks, event }) => (
        <li key={`${name} ${asks}`}>
          {event === undefined ? (
            <b>{name}</b>
          ) : (
            <button type="button" className="figure-button text" disabled={!live} onClick={() => send(event)}>
              {name}
            </button>
          )}{' '}
          <code>{asks === '' ? 'any version' : asks}</code>
        </li>
      ))}
    </ul>
  );
}

function Tree({ lines }: { readonly lines: readonly TreeLine[] }): ReactNode {
  if (lines.length === 0) return <p>Nothing.</p>;
  return (
    <ul className="resolver-tree">
      {lines.map(({ key, depth, text, isRepeated }) => (
        <li key={key} style={{ marginInlineStart: `${Math.min(depth, 12) * 1.1}rem` }}>
          <span className="visually-hidden">level {depth + 1}: </span>
          {text}
          {isRepeated ? <span> (as above)</span> : null}
        </li>
      ))}
    </ul>
  );
}
