/**
 * A graph drawn: crates with a version stencilled on, and arrows from who asks to what is asked for. Where a box can be chosen it is a
 * button: Tab comes to the one in focus, the arrow keys go to the next in their direction. It scrolls in a box of its own.
 */
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useLive } from '@/figures/frame/use-live';
import { type Box, type Drawing, YOU } from './drawing';
import type { Layout, Place } from './layout';
import { useLayout } from './use-layout';

export interface DrawingProps {
  readonly drawing: Drawing;
  readonly label: string;
  /** The box in focus. */
  readonly focus?: string | undefined;
  /** Where boxes can be chosen. */
  readonly choose?: (id: string) => void;
}

const KEYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const rem = (value: number): string => `${value / 16}rem`;

export function DrawingView({ drawing, label, focus, choose }: DrawingProps): ReactNode {
  const layout = useLayout(drawing);
  const frame = useRef<HTMLElement>(null);
  const at = focus === undefined ? undefined : layout?.boxes.get(focus);
  useEffect(() => {
    if (frame.current !== null && at !== undefined) bringInto(frame.current, at);
  }, [at]);
  if (layout === undefined) return <p className="resolver-drawing-waits">The drawing is on its way …</p>;
  const moved = (event: KeyboardEvent) => {
    const direction = KEYS[event.key];
    const id = (event.target as HTMLElement).dataset['box'];
    if (direction === undefined || id === undefined || choose === undefined) return;
    event.preventDefault();
    const next = nextIn(layout, id, direction, drawing.boxes);
    if (next === undefined) return;
    frame.current?.querySelector<HTMLElement>(`[data-box="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
    choose(next);
  };
  const size: CSSProperties = { inlineSize: rem(layout.width), blockSize: rem(layout.height) };
  const canScroll = choose === undefined;
  return (
    <section
      ref={frame}
      className="resolver-drawing"
      aria-label={label}
      tabIndex={canScroll ? 0 : undefined}
      onKeyDown={choose === undefined ? undefined : moved}
    >
      <div style={size}>
        <Arrows drawing={drawing} layout={layout} />
        <ul>
          {drawing.boxes.map((box) => (
            <BoxItem
              key={box.id}
              box={box}
              place={layout.boxes.get(box.id)}
              isFocus={box.id === focus}
              isStop={box.id === focus || (focus === undefined && box === drawing.boxes[1])}
              choose={choose}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Arrows({ drawing, layout }: { readonly drawing: Drawing; readonly layout: Layout }): ReactNode {
  const { width, height } = layout;
  const lines = drawing.arrows.map((arrow, at) => ({ ...arrow, line: layout.arrows[at], key: `${at}` }));
  return (
    <>
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} focusable="false">
        {lines.map(({ line, look, key }) =>
          line === undefined ? null : (
            <g key={key} className={`resolver-arrow ${look}`}>
              <path d={line.path} />
              <path d={line.head} className="head" />
            </g>
          ),
        )}
      </svg>
      {lines.map(({ line, label, look, key }) => {
        const isShown = label !== '' && line?.label !== undefined;
        return isShown ? (
          <code
            key={key}
            aria-hidden="true"
            className={`resolver-asks ${look}`}
            style={{ insetInlineStart: rem(line.label?.x ?? 0), insetBlockStart: rem(line.label?.y ?? 0) }}
          >
            {look === 'conflict' ? '✕ ' : ''}
            {label}
          </code>
        ) : null;
      })}
    </>
  );
}

interface BoxProps {
  readonly box: Box;
  readonly place: Place | undefined;
  readonly isFocus: boolean;
  readonly isStop: boolean;
  readonly choose: DrawingProps['choose'];
}

function BoxItem({ box, place, isFocus, isStop, choose }: BoxProps): ReactNode {
  const live = useLive();
  if (place === undefined) return null;
  const { id, look, name, line, word } = box;
  const style: CSSProperties = {
    insetInlineStart: rem(place.x),
    insetBlockStart: rem(place.y),
    inlineSize: rem(place.width),
    blockSize: rem(place.height),
  };
  const inside = (
    <>
      <b>{name}</b>
      <span>
        {line === '' ? null : <code>{line}</code>} {word === '' ? null : <i>{word}</i>}
      </span>
    </>
  );
  const className = `resolver-box ${look}${isFocus ? ' focus' : ''}`;
  const canBeChosen = choose !== undefined && id !== YOU && look !== 'passed';
  return (
    <li style={style}>
      {canBeChosen ? (
        <button
          type="button"
          className={`${className} on-paper`}
          data-box={id}
          aria-pressed={isFocus}
          tabIndex={isStop ? 0 : -1}
          disabled={!live}
          onClick={() => choose(id)}
        >
          {inside}
        </button>
      ) : (
        <span className={className}>{inside}</span>
      )}
    </li>
  );
}

/** The nearest box that can be chosen, in a direction. */
function nextIn(
  { boxes }: Layout,
  from: string,
  [x, y]: readonly [number, number],
  all: readonly Box[],
): string | undefined {
  const start = boxes.get(from);
  if (start === undefined) return undefined;
  let best: { readonly id: string; readonly far: number } | undefined;
  for (const { id, look } of all) {
    const place = boxes.get(id);
    if (place === undefined || id === from || id === YOU || look === 'passed') continue;
    const dx = place.x + place.width / 2 - (start.x + start.width / 2);
    const dy = place.y + place.height / 2 - (start.y + start.height / 2);
    const along = dx * x + dy * y;
    if (along < 8) continue;
    const far = along + 2 * Math.abs(dx * y + dy * x);
    if (best === undefined || far < best.far) best = { id, far };
  }
  return best?.id;
}

/** Scrolls the frame, and nothing around it, so that a box is seen. */
function bringInto(frame: HTMLElement, { x, y, width, height }: Place): void {
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const { clientWidth, clientHeight } = frame;
  frame.scrollTo({ left: (x + width / 2) * unit - clientWidth / 2, top: (y + height / 2) * unit - clientHeight / 2 });
}
