/**
 * What every figure has around it: number and title, what to do, controls, the result, what happened, folded details,
 * actions, and the region that says aloud what changed. The HTML as served is a still of the figure's first state:
 * everything is drawn, and the controls are disabled until the figure is alive.
 */
import type { ReactNode } from 'react';
import { About, type AboutProps } from './About';
import { Button } from './Button';
import './frame.css';
import { useLive } from './use-live';
import { Sentence, type Words } from './Words';

/** A button of the figure's last row: undo, copy link, full screen … A disabled one says why. */
export interface FrameAction {
  readonly label: string;
  readonly onPress: () => void;
  readonly disabledBecause?: string | undefined;
}

export interface FrameProps {
  /** The figure's permanent id in its page: `finding-a-command`. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** What to do, in one line. */
  readonly task: Words;
  /** The level of the title's heading; 3 in a lecture, 1 on a page of its own. */
  readonly level?: 1 | 2 | 3;
  /** Wider than the text where the page has room. */
  readonly wide?: boolean;
  readonly controls: ReactNode;
  /** The result, large. */
  readonly children: ReactNode;
  /** What happened, in a sentence or two. */
  readonly happened: Words;
  /** The settings in words, for paper: the controls aren't printed. */
  readonly settings: Words;
  /** What a screen reader says after an action: at most twenty words; empty before the first action. */
  readonly announcement: string;
  /** Folded details, as `Fold`s. */
  readonly details?: ReactNode;
  readonly about: AboutProps;
  /** Back to the first state. */
  readonly reset: FrameAction;
  readonly actions?: readonly FrameAction[];
}

/** The frame of a figure; its parts come from the figure's view-model. */
export function Frame(props: FrameProps): ReactNode {
  const { id, number, title, task, level = 3, wide = true, controls, children } = props;
  const { happened, settings, announcement, details, about, reset, actions = [] } = props;
  const live = useLive();
  const Heading = `h${level}` as const;
  return (
    <section className={wide ? 'figure wide' : 'figure'} id={id} aria-labelledby={`${id}-title`} data-live={live}>
      <header className="figure-head">
        <p className="figure-number">Figure {number}</p>
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
      <div className="figure-controls">{controls}</div>
      <p className="figure-settings">
        <Sentence words={settings} />
      </p>
      <div className="figure-stage">{children}</div>
      <p className="figure-happened">
        <Sentence words={happened} />
      </p>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      <footer className="figure-foot">
        {details}
        <About {...about} />
        <p className="figure-actions">
          {[reset, ...actions].map((action) => (
            <Button key={action.label} {...action} look="text" />
          ))}
        </p>
      </footer>
    </section>
  );
}
