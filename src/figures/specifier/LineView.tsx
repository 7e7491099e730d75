/** The versions as boxes, a row for each series; the older ones of a long list are folded. */
import { memo, type ReactNode } from 'react';
import { LongFold } from '@/figures/frame/Fold';
import { useLive } from '@/figures/frame/use-live';
import type { Line, SeriesRow, VersionBox } from './line';
import type { Send } from './present';

interface LineProps {
  readonly line: Line;
  readonly send: Send;
}

export function VersionLine({ line: { older, rows }, send }: LineProps): ReactNode {
  return (
    <div className="spec-line">
      {older === undefined ? null : (
        <LongFold summary={older.summary}>
          <Rows rows={older.rows} send={send} />
        </LongFold>
      )}
      <Rows rows={rows} send={send} />
    </div>
  );
}

function Rows({ rows, send }: { readonly rows: readonly SeriesRow[]; readonly send: Send }): ReactNode {
  return (
    <ol className="spec-series">
      {rows.map(({ label, boxes }) => (
        <li key={label}>
          <span className="spec-label">{label}</span>
          <ol className="spec-boxes">
            {boxes.map((box) => (
              <li key={box.text}>
                <Box {...box} send={send} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

interface BoxProps extends VersionBox {
  readonly send: Send;
}

const Box = memo(
  function Box({ text, standing, word, isPrerelease, isYanked, isWanted, isAsked, differs, event, send }: BoxProps) {
    const live = useLive();
    const marks = [
      standing,
      ...(isPrerelease ? ['pre'] : []),
      ...(isYanked ? ['yanked'] : []),
      ...(isWanted ? ['wanted'] : []),
      ...(differs ? ['differs'] : []),
    ];
    return (
      <button
        type="button"
        className={`spec-box on-paper ${marks.join(' ')}`}
        disabled={!live}
        aria-pressed={isAsked}
        onClick={() => send(event)}
      >
        {text}
        <span className="visually-hidden"> {word}</span>
      </button>
    );
  },
  (before, after) =>
    before.text === after.text &&
    before.word === after.word &&
    before.isAsked === after.isAsked &&
    before.standing === after.standing,
);
