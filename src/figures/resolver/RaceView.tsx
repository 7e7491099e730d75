/** The race drawn: what each strategy came to, and its counts beside each other. */
import type { ReactNode } from 'react';
import type { RacePicture } from './race';

export function RaceView({ race }: { readonly race: RacePicture }): ReactNode {
  const { racers, rows } = race;
  return (
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
                <i aria-hidden="true" style={{ inlineSize: `${Math.max(1, Math.round((shares[at] ?? 0) * 100))}%` }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
