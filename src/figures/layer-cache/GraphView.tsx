/** The stage graph: drawn in columns where there is room, and as a nested list, which says the same. */
import type { CSSProperties, ReactNode } from 'react';
import type { GraphPicture, StageItem } from './graph-picture';
import { BOX_HEIGHT, type Direction, type StageLayout } from './stage-layout';

const rem = (value: number): string => `${value / 16}rem`;

export function GraphView({ graph }: { readonly graph: GraphPicture }): ReactNode {
  const { says, layouts, more, list } = graph;
  return (
    <div className="layer-seen">
      <p>{says}</p>
      {layouts.map(({ direction, layout }) => (
        <Drawing key={direction} graph={graph} layout={layout} direction={direction} />
      ))}
      {more === 0 ? null : <p className="layer-quiet">{more} more are in the list, and not drawn.</p>}
      {list.length === 0 ? null : (
        <>
          <p className="layer-heading">What needs what</p>
          <Items items={list} />
        </>
      )}
    </div>
  );
}

interface DrawingProps {
  readonly graph: GraphPicture;
  readonly layout: StageLayout;
  readonly direction: Direction;
}

/** For the eye alone, for the list says it too; where it is too large, it scrolls in a box of its own. */
function Drawing({ graph: { boxes, arrows }, layout, direction }: DrawingProps): ReactNode {
  const { width, height, lines } = layout;
  const size: CSSProperties = { inlineSize: rem(width), blockSize: rem(height) };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a keyboard must reach it for that
    <section className={`layer-drawing ${direction}`} aria-label="The graph, drawn" tabIndex={0}>
      <div style={size} aria-hidden="true">
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
          {arrows.map(({ key, how, isFaded }, at) => (
            <path key={key} d={lines[at]?.path} className={`${how}${isFaded ? ' faded' : ''}`} />
          ))}
        </svg>
        {arrows.map(({ key, label, isFaded }, at) => (
          <span
            key={key}
            className={`layer-arrow-label${isFaded ? ' faded' : ''}`}
            style={{ insetInlineStart: rem(lines[at]?.label.x ?? 0), insetBlockStart: rem(lines[at]?.label.y ?? 0) }}
          >
            {label}
          </span>
        ))}
        {boxes.map(({ id, mark, name, line, word }) => (
          <span
            key={id}
            className={`layer-box ${mark}`}
            style={{
              insetInlineStart: rem(layout.boxes.get(id)?.x ?? 0),
              insetBlockStart: rem(layout.boxes.get(id)?.y ?? 0),
              inlineSize: rem(layout.boxes.get(id)?.width ?? 0),
              blockSize: rem(BOX_HEIGHT),
            }}
          >
            <b>{name}</b>
            <span>{line}</span>
            <span className="layer-word">{word}</span>
          </span>
        ))}
      </div>
    </section>
  );
}

function Items({ items }: { readonly items: readonly StageItem[] }): ReactNode {
  return (
    <ul className="layer-needs">
      {items.map(({ key, how, name, says, needs }) => (
        <li key={key}>
          {how === '' ? null : <span className="layer-quiet">{how} </span>}
          <b>{name}</b>: {says}
          {needs.length === 0 ? null : <Items items={needs} />}
        </li>
      ))}
    </ul>
  );
}
