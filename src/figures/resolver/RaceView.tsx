/** The race drawn: what each strategy came to, and its counts beside each other. A long one is finished by the worker. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { finishRace, type RacePicture } from './race';
import { type LongSearch, useLongSearch } from './use-long-search';

export interface RaceProps {
  readonly race: RacePicture;
  /** The scenario that is shown. */
  readonly text: string;
}

export function RaceView({ race, text }: RaceProps): ReactNode {
  const { search, cancel } = useLongSearch('backtracking', race.isOpen ? text : undefined);
  const answer = search?.kind === 'answered' ? search.answer : undefined;
  const { racers, rows, says } = answer === undefined ? race : finishRace(race, answer);
  return (
    <>
      <table className="resolver-race">
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
          {rows.map(({ label, values, shares }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {racers.map(({ name }, at) => (
                <td key={name}>
                  {values[at]}
                  <i
                    aria-hidden="true"
                    style={{ inlineSize: `${Math.max(1, Math.round((shares[at] ?? 0) * 100))}%` }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {answer === undefined ? null : <p className="resolver-waiting">{says}</p>}
      {search === undefined || search.kind === 'answered' ? null : <Waiting search={search} cancel={cancel} />}
    </>
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
