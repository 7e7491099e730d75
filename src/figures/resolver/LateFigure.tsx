/**
 * The playground where a text already says what it shows, a run step by step or a race: its scenario and its core come when it is
 * scrolled to, so that the page stays light. Until then, and without script, a line stands for it.
 */
import { type ReactNode, useEffect, useState } from 'react';
import type { Json } from '@/core/exercise';
import { scenarioPath } from '@/figures/frame/addresses';
import { useHydrated } from '@/figures/frame/use-live';
import '@/figures/frame/frame.css';
import '@/figures/frame/wire';
import './late-figure.css';
import type { ResolverScenario } from './scenario';
import { stillModel } from './still-model';
import ResolverFigure from './View';

export interface LateFigureProps {
  readonly id: string;
  readonly number: string;
  /** The scenario's id. */
  readonly scenario: string;
  /** The written state that it begins with: its lens. */
  readonly start: Json;
  readonly title: string;
}

export default function LateFigure({ id, number, scenario, start, title }: LateFigureProps): ReactNode {
  const isAwake = useHydrated();
  const [data, setData] = useState<ResolverScenario>();
  useEffect(() => {
    const load = async () => {
      const answer = await fetch(scenarioPath(stillModel.name, scenario));
      if (!answer.ok) throw new RangeError(`${scenario}: ${answer.status}`);
      setData((await answer.json()) as ResolverScenario);
    };
    load().catch(() => window.dispatchEvent(new CustomEvent('shipshape:part-missing')));
  }, [scenario]);
  if (data !== undefined) {
    return <ResolverFigure id={id} number={number} title={title} scenario={{ id: scenario, data }} start={start} />;
  }
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
