/** The stage graph: drawn in columns where there is room, and as a nested list, which says the same. */
import type { CSSProperties, ReactNode } from 'react';
import type { GraphPicture, StageItem } from './graph-picture';
import { BOX_HEIGHT, type StageLayout } from './stage-layout';

const rem = (value: number): string => `${value / 16}rem`;

export function GraphView({ graph }: { readonly graph: GraphPicture }): ReactNode {
  const { says, layout, more, list } = graph;
  return (
    <section className="layer-seen" aria-label="The graph of stages">
      <p>{says}</p>
      {layout === undefined ? null : <Drawing graph={graph} layout={layout} />}
      {more === 0 ? null : <p className="layer-quiet">{more} more are in the list, and not drawn.</p>}
      {list.length === 0 ? null : (
        <>
          <p className="layer-heading">What needs what</p>
          <Items items={list} />
        </>
      )}
    </section>
  );
}

interface DrawingProps {
  readonly graph: GraphPicture;
  readonly layout: StageLayout;
}

/** For the eye alone: the list says it too. */
function Drawing({ graph: { boxes, arrows }, layout }: DrawingProps): ReactNode {
  const { width, height, lines } = layout;
  const size: CSSProperties = { inlineSize: rem(width), blockSize: rem(height) };
  return (
    <div className="layer-drawing" aria-hidden="true">
      <div style={size}>
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
    </div>
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
