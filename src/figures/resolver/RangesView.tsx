/** The ranges drawn: a bar for each that asks, on the line of the project's releases; what all have in common is lit. */
import type { CSSProperties, ReactNode } from 'react';
import { Choices, Pick } from '@/figures/frame/Choices';
import { LongFold } from '@/figures/frame/Fold';
import { Stepper } from '@/figures/frame/Stepper';
import type { Grip, RangeBar, RangeColumn, Ranges } from './ranges';
import type { ResolverEvent } from './state';
import { useDrag } from './use-drag';

export interface RangesProps {
  readonly ranges: Ranges;
  readonly send: (event: ResolverEvent) => void;
}

/** How wide a column is beside the others: of more releases wider, and the chosen one’s has room for its name among such. */
const shareOf = ({ count, status }: RangeColumn, isMerged: boolean): number =>
  isMerged && status === 'chosen' ? 1.7 : Math.min(3, 1 + Math.log2(count) / 3);

/** More projects are a list, and with more bars those that let everything in are folded. */
const MOST_CHIPS = 8;
const MOST_BARS = 4;
/** With more columns not all are labelled. */
const MOST_ROOMY = 8;

export function RangesView({ ranges, send }: RangesProps): ReactNode {
  const { project, projects, columns, bars } = ranges;
  const drag = useDrag(ranges, send);
  const isLong = bars.length > MOST_BARS;
  const folded = isLong ? bars.filter(({ isWide }) => isWide) : [];
  const near = isLong ? bars.filter(({ isWide }) => !isWide) : bars;
  const isMerged = columns.some(({ count }) => count > 1);
  const template = columns.map((column) => `minmax(0, ${shareOf(column, isMerged).toFixed(2)}fr)`).join(' ');
  return (
    <div className="resolver-ranges" style={{ '--line': template } as CSSProperties}>
      {projects.length > MOST_CHIPS ? (
        <Pick legend="What is asked of" choices={projects} send={send} />
      ) : projects.length > 1 ? (
        <Choices legend="What is asked of" choices={projects} send={send} />
      ) : null}
      <ol
        className={`resolver-line ${columns.length > MOST_ROOMY ? 'tight' : 'roomy'}`}
        aria-label={`Releases of ${project}`}
      >
        {columns.map((column) => (
          <Column key={column.first} column={column} />
        ))}
      </ol>
      <Bars label={`Who asks what of ${project}`} bars={near} columns={columns} send={send} drag={drag} />
      {folded.length === 0 ? null : (
        <LongFold summary={`${folded.length} others let every release in`}>
          <Bars
            label={`Who lets every release of ${project} in`}
            bars={folded}
            columns={columns}
            send={send}
            drag={drag}
          />
        </LongFold>
      )}
      {ranges.more === 0 ? null : <p className="resolver-count">and {ranges.more.toLocaleString('en')} more who ask</p>}
    </div>
  );
}

interface Drawn {
  readonly columns: readonly RangeColumn[];
  readonly send: (event: ResolverEvent) => void;
  readonly drag: ReturnType<typeof useDrag>;
}

interface BarsProps extends Drawn {
  readonly label: string;
  readonly bars: readonly RangeBar[];
}

function Bars({ label, bars, ...drawn }: BarsProps): ReactNode {
  return (
    <ul className="resolver-bars" aria-label={label}>
      {bars.map((bar) => (
        <Bar key={bar.key} bar={bar} {...drawn} />
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
  const { first, last, count, status, note, dots, label } = column;
  return (
    <li className={`resolver-column ${status} label-${label}`}>
      <span className="resolver-dots" aria-hidden="true">
        {dots.split('').map((dot, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
          <i key={at} className={dot === 'x' ? 'marked' : undefined} />
        ))}
      </span>
      <code>
        {first}
        {count > 1 ? <> – {last}</> : null}
      </code>
      {count > 2 ? <span className="resolver-count">{count} releases</span> : null}
      {note === undefined ? null : <span className="resolver-note">{note}</span>}
      {status === 'outside' ? null : <b className="resolver-word">{COLUMN_WORDS[status]}</b>}
    </li>
  );
}

interface BarProps extends Drawn {
  readonly bar: RangeBar;
}

function Bar({ bar, columns, send, drag }: BarProps): ReactNode {
  const { who, verb, asks, standing, word, runs, says, steppers, isStepped } = bar;
  return (
    <li className={`resolver-bar ${standing}`}>
      <div className="resolver-who">
        <p>
          <Mark standing={standing} />
          {word === '' ? null : <span className="resolver-word">{word}: </span>}
          <b>{who}</b> {verb} for <code className={isStepped ? 'stepped' : undefined}>{asks}</code>
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
        {steppers.map((stepper) =>
          stepper.grip === undefined ? null : (
            <span
              key={stepper.legend}
              className={`resolver-grip ${stepper.grip.operator.startsWith('>') ? 'lower' : 'upper'}`}
              style={placeOf(stepper.grip, columns)}
              onPointerDown={(event) => drag(stepper, event)}
            />
          ),
        )}
      </div>
    </li>
  );
}

/** At the beginning of the column of its release, or at the end of the last one. */
function placeOf({ at }: Grip, columns: readonly RangeColumn[]): CSSProperties {
  let before = 0;
  for (const [column, { count }] of columns.entries()) {
    if (at < before + count) {
      const share = (at - before) / count;
      return { gridColumn: column + 1, gridRow: 1, marginInlineStart: share === 0 ? undefined : `${share * 100}%` };
    }
    before += count;
  }
  return { gridColumn: columns.length, gridRow: 1, justifySelf: 'end' };
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
