/** The command figure: which file bash runs for a word, looked up along PATH. */
import { type ReactNode, useMemo, useReducer } from 'react';
import type { Check } from '@/figures/frame/About';
import { Choices } from '@/figures/frame/Choices';
import { Fold } from '@/figures/frame/Fold';
import { Frame } from '@/figures/frame/Frame';
import { Ladder, Stops, WalkButtons } from '../Ladder';
import type { CommandScenario } from '../schema';
import { about } from './about';
import { type ChangeRow, type CommandPicture, type Exchange, openScene, present } from './present';
import { type CommandEvent, type CommandState, firstState, update } from './state';

export interface CommandFigureProps {
  readonly id: string;
  readonly number: string;
  readonly scenario: CommandScenario;
  readonly checks: readonly Check[];
}

export default function CommandFigure({ id, number, scenario, checks }: CommandFigureProps): ReactNode {
  const scene = useMemo(() => openScene(scenario), [scenario]);
  const step = (state: CommandState, event: CommandEvent) => update(scenario, state, event);
  const [state, send] = useReducer(step, scenario, firstState);
  const picture = present(scene, state);
  return (
    <Frame
      id={id}
      number={number}
      title="Which file runs?"
      task={['Type a word by tapping it. Then activate an environment, and watch the light move.']}
      controls={<Controls picture={picture} send={send} />}
      happened={picture.happened}
      settings={picture.settings}
      announcement={picture.announcement}
      details={<Details picture={picture} />}
      about={{ ...about, checks }}
      reset={{
        label: 'Start again',
        onPress: () => send({ kind: 'reset' }),
        disabledBecause: picture.resetDisabledBecause,
      }}
    >
      <p className="lookup-typed">
        <span className="lookup-prompt">{picture.prompt}</span>
        <b>{picture.typed}</b>
      </p>
      <Stops label="Asked before PATH" stops={picture.stops} />
      <Ladder label="PATH" bays={picture.bays} />
      <WalkButtons walk={picture.walk} send={send} />
    </Frame>
  );
}

interface PartProps {
  readonly picture: CommandPicture;
  readonly send: (event: CommandEvent) => void;
}

function Controls({ picture, send }: PartProps): ReactNode {
  return (
    <>
      <Choices legend="Type" choices={picture.words} send={send} />
      <Choices legend="Activated environment" choices={picture.environments} send={send} />
    </>
  );
}

function Details({ picture }: Pick<PartProps, 'picture'>): ReactNode {
  return (
    <>
      <Fold summary="What type and which say">
        <Exchanges of={picture.exchanges} />
      </Fold>
      <Fold summary="What activation changed in the shell">
        <Changes rows={picture.changes} />
      </Fold>
    </>
  );
}

function Exchanges({ of }: { readonly of: readonly Exchange[] }): ReactNode {
  if (of.length === 0) return <p>Walk to the end of the search first.</p>;
  return of.map(({ command, prints }) => (
    <p key={command} className="lookup-exchange">
      <kbd>{command}</kbd>
      {prints === '' ? <i>prints nothing</i> : <samp>{prints}</samp>}
    </p>
  ));
}

function Changes({ rows }: { readonly rows: readonly ChangeRow[] }): ReactNode {
  if (rows.length === 0) return <p>Nothing: no environment is activated.</p>;
  return (
    <ul className="lookup-changes">
      {rows.map(({ name, before, after }) => (
        <li key={name}>
          <b>
            <code>{name}</code>
          </b>
          <span>
            before: <samp>{before}</samp>
          </span>
          <span>
            now: <samp>{after}</samp>
          </span>
        </li>
      ))}
    </ul>
  );
}
