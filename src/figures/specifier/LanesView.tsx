/** The notations as fields, each with a strip of the versions: those that are admitted stand high. */
import { Fragment, type ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { useLive } from '@/figures/frame/use-live';
import type { LanePicture } from './lanes';
import type { Send } from './present';

interface LanesProps {
  readonly id: string;
  readonly lanes: readonly LanePicture[];
  readonly send: Send;
  /** What stands under the first lane. */
  readonly children: ReactNode;
}

export function Lanes({ id, lanes, send, children }: LanesProps): ReactNode {
  return (
    <div className="spec-lanes">
      {lanes.map((lane, at) => (
        <Fragment key={lane.id}>
          <Lane id={`${id}-${lane.id}`} lane={lane} send={send} />
          {at === 0 ? children : null}
        </Fragment>
      ))}
    </div>
  );
}

function Lane({ id, lane, send }: { readonly id: string; readonly lane: LanePicture; readonly send: Send }): ReactNode {
  const live = useLive();
  const { label, text, means, problems, says, isStale, strip, count, offer } = lane;
  return (
    <div className="spec-lane" data-stale={isStale || undefined}>
      <p className="spec-field">
        <span className="spec-says">
          <label htmlFor={id}>{label}</label>
          {means === '' ? null : (
            <span>
              means <code>{means}</code>
            </span>
          )}
        </span>
        <input
          id={id}
          type="text"
          value={text}
          disabled={!live}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={({ target }) => send(lane.typed(target.value))}
        />
        <b className="spec-count">{says === undefined ? count : ''}</b>
      </p>
      <span className="spec-strip" aria-hidden="true">
        {strip.map((run, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
          <i key={at} className={run.standing} style={{ flexGrow: run.count }} />
        ))}
      </span>
      <ul className="spec-problems" id={`${id}-problems`}>
        {problems.map((problem) => (
          <li key={`${problem.before} ${problem.message}`}>
            <code>
              {problem.before}
              <mark>{problem.wrong === '' ? '|' : problem.wrong}</mark>
              {problem.after}
            </code>{' '}
            <span>{problem.message}</span>
          </li>
        ))}
        {says === undefined ? null : <li>{says}</li>}
      </ul>
      {offer === undefined ? null : <Button label={offer.label} onPress={() => send(offer.event)} look="text" />}
    </div>
  );
}
