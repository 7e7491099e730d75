/** The race drawn: what each strategy came to, and its counts as bars with numbers. “Run” lets both search here, step by step. */
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { Button } from '@/figures/frame/Button';
import { finishRace, type RacePicture, type RaceRow, runningRace } from './race';
import { type LongSearch, useLongSearch } from './use-long-search';
import { useRace } from './use-race';

export interface RaceProps {
  readonly race: RacePicture;
  /** The scenario that is shown. */
  readonly text: string;
  /** More is known: the picture is to be made anew. */
  readonly learn: () => void;
}

export function RaceView({ race, text, learn }: RaceProps): ReactNode {
  const { search, cancel } = useLongSearch('backtracking', race.isOpen ? text : undefined);
  const answer = search?.kind === 'answered' ? search.answer : undefined;
  const learned = useEffectEvent(learn);
  useEffect(() => {
    if (answer === undefined) return;
    finishRace(text, answer);
    learned();
  }, [answer, text]);
  const { state, isRunning, run, stop } = useRace(text);
  const { racers, rows, says, notes } = state === undefined ? race : runningRace(race, state);
  const isShownToBeOpen = state === undefined && search !== undefined && search.kind !== 'answered';
  return (
    <div className="resolver-race">
      {race.isRunnable ? (
        <p className="resolver-run">
          {isRunning ? (
            <Button label="Stop" onPress={stop} />
          ) : (
            <Button label={state === undefined ? 'Let both run' : 'Let both run again'} onPress={run} />
          )}
          {isRunning ? <span>Each takes a step in turn; the pace grows.</span> : null}
        </p>
      ) : null}
      <table>
        <thead>
          <tr>
            <td />
            {racers.map(({ name, as }) => (
              <th key={name} scope="col">
                {name} <span>as {as}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">result</th>
            {racers.map(({ name, result }) => (
              <td key={name}>{result}</td>
            ))}
          </tr>
          {rows.map((row) => (
            <Row key={row.label} row={row} names={racers.map(({ name }) => name)} />
          ))}
        </tbody>
      </table>
      <p className="resolver-ratio">{says}</p>
      <ul className="resolver-race-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {isShownToBeOpen ? <Waiting search={search} cancel={cancel} /> : null}
    </div>
  );
}

function Row({ row, names }: { readonly row: RaceRow; readonly names: readonly string[] }): ReactNode {
  const { label, values, shares, isLogarithmic } = row;
  return (
    <tr>
      <th scope="row">
        {label}
        {isLogarithmic ? <span> (log scale)</span> : null}
      </th>
      {names.map((name, at) => (
        <td key={name}>
          {values[at]}
          <i aria-hidden="true" style={{ inlineSize: `${Math.max(1, Math.round((shares[at] ?? 0) * 100))}%` }} />
        </td>
      ))}
    </tr>
  );
}

/** Where a long search stands, and how to end it. */
export function Waiting({ search, cancel }: { readonly search: LongSearch; readonly cancel: () => void }): ReactNode {
  return (
    <p className="resolver-waiting">
      {search.kind === 'running' ? (
        <>
          It takes longer: the search goes on beside the page … <Button label="Stop it" onPress={cancel} />
        </>
      ) : search.kind === 'cancelled' ? (
        'It was stopped.'
      ) : search.kind === 'timed-out' ? (
        'It was stopped after ten seconds.'
      ) : (
        'It could not be finished here.'
      )}
    </p>
  );
}
