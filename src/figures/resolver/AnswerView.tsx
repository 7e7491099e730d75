/** The answer: the chosen releases; or why there is none, and the ways out as buttons. */
import { Fragment, type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import { Button } from '@/figures/frame/Button';
import type { Exit } from './no-exits';
import type { PartProps } from './View';

export function AnswerView({ picture, send }: Pick<PartProps, 'picture' | 'send'>): ReactNode {
  const { verdict, why, notices, exits, isThinking } = picture;
  const box = useSteadyHeight(isThinking);
  return (
    <div className={`resolver-answer ${verdict.kind}`} ref={box}>
      <p className="resolver-verdict">
        <b>{verdict.word}</b>
      </p>
      {verdict.pins.length === 0 ? null : (
        <ul className="resolver-pins" aria-label="The chosen releases">
          {verdict.pins.map(({ text, isShown }) => (
            <li key={text} className={isShown ? 'shown' : undefined}>
              <code>{text}</code>
            </li>
          ))}
        </ul>
      )}
      {why.length === 0 ? null : (
        <div className="resolver-why">
          <p className="resolver-label">{verdict.kind === 'stopped' ? 'Learned last' : 'Why'}</p>
          <ul>
            {why.map(({ number, text }) => (
              <li key={text}>
                {number === undefined ? null : <b>({number}) </b>}
                <Prose text={text} />
              </li>
            ))}
            {notices.map((notice) => (
              <li key={notice} className="notice">
                <Prose text={notice} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {exits.first.length === 0 ? null : (
        <div className="resolver-exits">
          <p className="resolver-label">Ways out, solved already</p>
          <ExitList exits={exits.first} send={send} />
          {exits.others.length === 0 ? null : (
            <details className="resolver-others">
              <summary>
                {exits.others.length === 1 ? 'One other way out' : `${exits.others.length} other ways out`}
              </summary>
              <ExitList exits={exits.others} send={send} />
            </details>
          )}
        </div>
      )}
      {exits.limit === '' ? null : <p className="resolver-label">{exits.limit}</p>}
    </div>
  );
}

interface ExitListProps extends Pick<PartProps, 'send'> {
  readonly exits: readonly Exit[];
}

function ExitList({ exits, send }: ExitListProps): ReactNode {
  return (
    <ul>
      {exits.map(({ label, risk, gives, more, event }) => (
        <li key={label} className="resolver-exit">
          <Button label={label} onPress={() => send(event)} isOnPaper />
          <span>
            gives <code>{gives.length === 0 ? 'nothing to install' : gives.join(', ')}</code>
            {more.length === 0 ? null : <More pins={more} />}
            {risk === '' ? null : <em> {risk}</em>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** While the reasons are yet to come the box stays as high as it was, so that what is below it moves once. */
function useSteadyHeight(isThinking: boolean): Ref<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    current.style.minBlockSize = isThinking ? `${height.current}px` : '';
    if (!isThinking) height.current = current.offsetHeight;
  });
  return box;
}

function More({ pins }: { readonly pins: readonly string[] }): ReactNode {
  return (
    <details className="resolver-more">
      <summary>and {pins.length} more</summary>
      <code>{pins.join(', ')}</code>
    </details>
  );
}

/** A sentence of the core's, whose code stands between backticks. */
function Prose({ text }: { readonly text: string }): ReactNode {
  return text.split('`').map((part, index) => {
    const key = `${index}`;
    return index % 2 === 1 ? <code key={key}>{part}</code> : <Fragment key={key}>{part}</Fragment>;
  });
}
