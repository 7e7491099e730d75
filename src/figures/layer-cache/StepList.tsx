/** The steps of the Dockerfile, stage by stage: each with what becomes of it, what it costs, and why it runs. */
import type { ReactNode } from 'react';
import type { StageRows, StepRow } from './picture';

export interface StepListProps {
  readonly id: string;
  readonly stages: readonly StageRows[];
}

export function StepList({ id, stages }: StepListProps): ReactNode {
  return (
    <div className="layer-steps">
      <p className="layer-heading">Steps</p>
      {stages.map(({ key, title, says, steps }) => (
        <div key={key} className="layer-stage">
          {title === undefined ? null : (
            <p className="layer-stage-title" id={`${id}-stage-${key}`}>
              Stage <code>{title}</code>
              {says === '' ? null : <span> {says}</span>}
            </p>
          )}
          {steps.length === 0 ? null : (
            <ol aria-labelledby={title === undefined ? undefined : `${id}-stage-${key}`}>
              {steps.map((step) => (
                <Step key={step.key} step={step} />
              ))}
            </ol>
          )}
        </div>
      ))}
    </div>
  );
}

function Step({ step }: { readonly step: StepRow }): ReactNode {
  const { line, code, mark, word, cost, why } = step;
  return (
    <li className={`layer-step ${mark}`}>
      <span className="layer-line" aria-hidden="true">
        {line}
      </span>
      <code>{code}</code>
      <span className="layer-word">{word}</span>
      {cost === '' ? null : <span className="layer-cost">{cost}</span>}
      {why.length === 0 ? null : (
        <span className="layer-why">
          {why.map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </span>
      )}
    </li>
  );
}
