/** The answer of a search that the page alone would not finish: found by the worker. */
import type { ReactNode } from 'react';
import { Waiting } from './RaceView';
import { useLongSearch } from './use-long-search';
import { countOf } from './wording';

export function LongAnswerView({ text }: { readonly text: string }): ReactNode {
  const { search, cancel } = useLongSearch('pubgrub', text);
  if (search === undefined) return null;
  if (search.kind !== 'answered') return <Waiting search={search} cancel={cancel} />;
  const { answer } = search;
  if (answer === undefined) return null;
  const { kind, counts, pins, why } = answer;
  const verdict = kind === 'solved' ? 'solved' : kind === 'unsolvable' ? 'no solution' : 'stopped';
  return (
    <div className={`resolver-answer ${kind}`}>
      <p className="resolver-verdict">
        <b>{verdict}</b>, after {countOf(counts.steps, 'step')}
      </p>
      {pins.length === 0 ? null : <p>{pins.join(', ')}</p>}
      {why.map((sentence) => (
        <p key={sentence}>{sentence.replaceAll('`', '')}</p>
      ))}
    </div>
  );
}
