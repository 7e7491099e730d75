/**
 * A figure where a text already says what it shows: its scenario and its core come when it is scrolled to, so that the page stays light.
 * Until then, and without script, a line stands for it.
 */
import { type ReactNode, useEffect, useState } from 'react';
import { scenarioPath } from './addresses';
import type { FigureName } from './model';
import { useHydrated } from './use-live';
import './frame.css';
import './wire';
import './late-figure.css';

export interface LatePlace {
  /** The figure's id in its page. */
  readonly id: string;
  readonly number: string;
  /** The scenario's id. */
  readonly scenario: string;
  readonly title: string;
}

export interface LateFigureProps<Scenario> extends LatePlace {
  readonly figure: FigureName;
  /** The figure itself, once its scenario is there. */
  readonly children: (data: Scenario) => ReactNode;
}

export function LateFigure<Scenario>(props: LateFigureProps<Scenario>): ReactNode {
  const { id, number, figure, scenario, title, children } = props;
  const isAwake = useHydrated();
  const [data, setData] = useState<Scenario>();
  useEffect(() => {
    const load = async () => {
      const answer = await fetch(scenarioPath(figure, scenario));
      if (!answer.ok) throw new RangeError(`${scenario}: ${answer.status}`);
      setData((await answer.json()) as Scenario);
    };
    load().catch(() => window.dispatchEvent(new CustomEvent('shipshape:part-missing')));
  }, [figure, scenario]);
  if (data !== undefined) return children(data);
  return (
    <section className="figure wide late" id={id} aria-labelledby={`${id}-title`} data-live={isAwake}>
      <header className="figure-head">
        <p className="figure-number">Figure {number}</p>
        <h3 className="figure-title" id={`${id}-title`}>
          {title}
        </h3>
      </header>
      <noscript>
        <p className="figure-still">It needs JavaScript. The text beside it tells the same.</p>
      </noscript>
    </section>
  );
}
