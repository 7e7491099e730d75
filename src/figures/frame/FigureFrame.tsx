/**
 * What every figure has around it: number and title, what to do, controls, the result, what happened, folded details, its tools,
 * and the region that says aloud what changed. The HTML as served is a still of the figure's first state: everything is drawn,
 * and the controls are disabled until the figure is alive.
 */
import { type ReactNode, useRef } from 'react';
import { About, type AboutProps } from './About';
import './frame.css';
import { Library } from './Library';
import { NoticeLine } from './NoticeLine';
import { RealTool } from './RealTool';
import { Share } from './Share';
import { StatusLine } from './StatusLine';
import { Tools } from './Tools';
import type { FrameOfFigure } from './use-figure';
import { useHydrated } from './use-live';
import { Sentence, type Words } from './Words';

export interface FigureFrameProps extends FrameOfFigure {
  /** What to do, in one line. */
  readonly task: Words;
  /** Wider than the text where the page has room. */
  readonly wide?: boolean;
  readonly controls: ReactNode;
  /** The result, large. */
  readonly children: ReactNode;
  /** Folded details, as `Fold`s. */
  readonly details?: ReactNode;
  readonly about: AboutProps;
}

/** The frame of a figure: `<FigureFrame {...frame} task=… controls=… about=…>the result</FigureFrame>`. */
export function FigureFrame(props: FigureFrameProps): ReactNode {
  const { id, number, title, task, level, host, wide = true, controls, children, picture, covered } = props;
  const { announcement, details, about, send } = props;
  const live = useHydrated();
  const section = useRef<HTMLElement>(null);
  const Heading = `h${level}` as const;
  return (
    <section
      ref={section}
      className={wide ? 'figure wide' : 'figure'}
      id={id}
      aria-labelledby={`${id}-title`}
      data-live={live}
      data-host={host}
      data-covered={covered || undefined}
      data-status={picture.status.kind}
    >
      <header className="figure-head">
        {number === undefined ? null : <p className="figure-number">Figure {number}</p>}
        <Heading className="figure-title" id={`${id}-title`}>
          {title}
        </Heading>
        <p className="figure-task">
          <Sentence words={task} />
        </p>
      </header>
      <noscript>
        <p className="figure-still">Without JavaScript this figure stands still: you see its first state.</p>
      </noscript>
      <NoticeLine notice={props.notice} close={() => send({ kind: 'notice-closed' })} />
      <div className="figure-controls">
        <Library {...props} />
        {controls}
      </div>
      <p className="figure-settings">
        <Sentence words={picture.settings} />
      </p>
      <StatusLine status={picture.status} awaited={props.awaited} />
      <div className="figure-stage">{children}</div>
      <div className="figure-happened">
        {covered ? (
          <button type="button" className="figure-button" onClick={() => send({ kind: 'uncover' })}>
            Show the answer
          </button>
        ) : (
          <p>
            <Sentence words={picture.happened} />
          </p>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      <footer className="figure-foot">
        <Tools {...props} section={section} />
        {details}
        <RealTool {...props} />
        <Share {...props} />
        <About {...about} />
      </footer>
    </section>
  );
}
