/** The command figure: which file bash runs for a word, looked up along PATH. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Fold } from '@/figures/frame/Fold';
import { Moves } from '@/figures/frame/Stepper';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { Ladder, Stops, WalkButtons } from '../Ladder';
import type { CommandScenario } from '../schema';
import { about } from './about';
import { model } from './model';
import type { ChangeRow, CommandPicture, Exchange } from './present';
import type { CommandEvent } from './state';

export default function CommandFigure(props: FigureProps<CommandScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  return (
    <FigureFrame
      {...frame}
      task={picture.task}
      controls={<Controls picture={picture} send={send} />}
      details={<Details picture={picture} send={send} />}
      about={about}
    >
      <p className="lookup-typed">
        <span className="lookup-prompt">{picture.prompt}</span>
        <b>{picture.typed}</b>
      </p>
      <Stops label="Asked before PATH" stops={picture.stops} />
      <Ladder label="PATH" bays={picture.bays} />
      <WalkButtons walk={picture.walk} send={send} />
    </FigureFrame>
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
      {picture.environments.length < 2 ? null : (
        <Choices legend="Activated environment" choices={picture.environments} send={send} />
      )}
    </>
  );
}

function Details({ picture, send }: PartProps): ReactNode {
  return (
    <>
      <Fold summary="Put PATH in another order">
        <ol className="lookup-order">
          {picture.entries.map(({ key, entry, up, down }) => (
            <li key={key}>
              <code>{entry}</code>
              <Moves legend={entry} up={up} down={down} send={send} />
            </li>
          ))}
        </ol>
      </Fold>
      <Fold summary="What type and which say">
        <Exchanges of={picture.exchanges} />
      </Fold>
      {picture.environments.length < 2 ? null : (
        <Fold summary="What activation changed in the shell">
          <Changes rows={picture.changes} />
        </Fold>
      )}
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
