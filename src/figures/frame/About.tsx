/** "About this simulation": what it models, what it leaves out, and what it was checked against. */
import type { ReactNode } from 'react';
import { Fold } from './Fold';
import { Sentence, type Words } from './Words';

/** A comparison with a real tool. */
export interface Check {
  readonly tool: string;
  readonly version: string;
  readonly cases: number;
  /** Where: `Debian 13`. */
  readonly on: string;
}

export interface AboutProps {
  readonly models: Words;
  readonly leavesOut: readonly Words[];
  readonly checks: readonly Check[];
  /** Known differences from the real tool; none is said to be none. */
  readonly differences: readonly Words[];
}

export function About({ models, leavesOut, checks, differences }: AboutProps): ReactNode {
  return (
    <Fold summary="About this simulation">
      <p>
        <Sentence words={models} />
      </p>
      <p>It leaves out:</p>
      <List of={leavesOut} />
      {checks.length === 0 ? null : (
        <>
          <p>It was compared with the real tools and agrees in every case:</p>
          <ul>
            {checks.map(({ tool, version, cases, on }) => (
              <li key={tool}>
                {tool} {version} on {on}: {cases.toLocaleString('en')} cases
              </li>
            ))}
          </ul>
        </>
      )}
      {differences.length === 0 ? null : (
        <>
          <p>Known differences:</p>
          <List of={differences} />
        </>
      )}
    </Fold>
  );
}

function List({ of }: { readonly of: readonly Words[] }): ReactNode {
  return (
    <ul>
      {of.map((words) => (
        <li key={JSON.stringify(words)}>
          <Sentence words={words} />
        </li>
      ))}
    </ul>
  );
}
