/** The ranges drawn: a bar for each that asks, on the line of the project's releases; what all have in common is lit. */
import type { CSSProperties, ReactNode } from 'react';
import { Choices, Pick } from '@/figures/frame/Choices';
import { LongFold } from '@/figures/frame/Fold';
import { Stepper } from '@/figures/frame/Stepper';
import type { RangeBar, RangeColumn, Ranges } from './ranges';
import type { ResolverEvent } from './state';

export interface RangesProps {
  readonly ranges: Ranges;
  readonly send: (event: ResolverEvent) => void;
}

/** More projects are a list, and with more bars those that let everything in are folded. */
const MOST_CHIPS = 8;
const MOST_BARS = 4;

/** Releases that are drawn as dots; more are counted. */
const dots = Array.from({ length: 12 }, (_, dot) => dot);

export function RangesView({ ranges, send }: RangesProps): ReactNode {
  const { project, projects, columns, bars } = ranges;
  const isLong = bars.length > MOST_BARS;
  const folded = isLong ? bars.filter(({ isWide }) => isWide) : [];
  const near = isLong ? bars.filter(({ isWide }) => !isWide) : bars;
  const template = columns
    .map(({ count }) => `minmax(0, ${Math.min(3, 1 + Math.log2(count) / 3).toFixed(2)}fr)`)
    .join(' ');
  return (
    <div className="resolver-ranges" style={{ '--line': template } as CSSProperties}>
      {projects.length > MOST_CHIPS ? (
        <Pick legend="Asked of" choices={projects} send={send} />
      ) : projects.length > 1 ? (
        <Choices legend="Asked of" choices={projects} send={send} />
      ) : null}
      <ol className="resolver-line" aria-label={`Releases of ${project}`}>
        {columns.map((column) => (
          <Column key={column.first} column={column} />
        ))}
      </ol>
      <Bars label={`Who asks what of ${project}`} bars={near} columns={columns} send={send} />
      {folded.length === 0 ? null : (
        <LongFold summary={`${folded.length} others let every release in`}>
          <Bars label={`Who lets every release of ${project} in`} bars={folded} columns={columns} send={send} />
        </LongFold>
      )}
    </div>
  );
}

interface BarsProps {
  readonly label: string;
  readonly bars: readonly RangeBar[];
  readonly columns: readonly RangeColumn[];
  readonly send: (event: ResolverEvent) => void;
}

function Bars({ label, bars, columns, send }: BarsProps): ReactNode {
  return (
    <ul className="resolver-bars" aria-label={label}>
      {bars.map((bar) => (
        <Bar key={bar.key} bar={bar} columns={columns} send={send} />
      ))}
    </ul>
  );
}

const COLUMN_WORDS: Readonly<Record<RangeColumn['status'], string>> = {
  chosen: 'chosen',
  overlap: 'in every range',
  outside: '',
};

function Column({ column }: { readonly column: RangeColumn }): ReactNode {
  const { first, last, count, status } = column;
  return (
    <li className={`resolver-column ${status}`}>
      <span className="resolver-dots" aria-hidden="true">
        {dots.slice(0, count).map((dot) => (
          <i key={dot} />
        ))}
      </span>
      <code>
        {first}
        {count > 1 ? <> – {last}</> : null}
      </code>
      {count > 2 ? <span className="resolver-count">{count} releases</span> : null}
      {status === 'outside' ? null : <b className="resolver-word">{COLUMN_WORDS[status]}</b>}
    </li>
  );
}

interface BarProps {
  readonly bar: RangeBar;
  readonly columns: readonly RangeColumn[];
  readonly send: (event: ResolverEvent) => void;
}

function Bar({ bar, columns, send }: BarProps): ReactNode {
  const { who, asks, standing, word, runs, says, steppers } = bar;
  return (
    <li className={`resolver-bar ${standing}`}>
      <div className="resolver-who">
        <p>
          <Mark standing={standing} />
          <b>{who}</b> {who === 'you' ? 'ask' : 'asks'} for <code>{asks}</code>
          {word === '' ? null : <span className="resolver-word"> {word}</span>}
          <span className="visually-hidden">: {says}</span>
        </p>
        {steppers.length === 0 ? null : (
          <div className="resolver-steppers">
            {steppers.map((stepper) => (
              <Stepper key={stepper.legend} {...stepper} send={send} />
            ))}
          </div>
        )}
      </div>
      <div className="resolver-strip" aria-hidden="true">
        {columns.map((column, at) => (
          <span
            key={column.first}
            className={`resolver-cell ${column.status}`}
            style={{ gridColumn: at + 1, gridRow: 1 }}
          />
        ))}
        {runs.map(({ from, to }) => (
          <i key={from} style={{ gridColumn: `${from + 1} / ${to + 1}`, gridRow: 1 }} />
        ))}
      </div>
    </li>
  );
}

/** A shape for each standing, so that colour never stands alone. */
const shapes: Readonly<Record<RangeBar['standing'], ReactNode>> = {
  holds: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  fault: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  passed: <path d="M3 8h10" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
};

function Mark({ standing }: { readonly standing: RangeBar['standing'] }): ReactNode {
  return (
    <svg className="resolver-mark" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[standing]}
    </svg>
  );
}
