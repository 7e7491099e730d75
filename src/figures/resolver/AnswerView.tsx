/** The answer: the chosen releases; or why there is none, and the ways out as buttons. */
import { Fragment, type ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import type { PartProps } from './View';

export function AnswerView({ picture, send }: Pick<PartProps, 'picture' | 'send'>): ReactNode {
  const { verdict, why, notices, exits } = picture;
  return (
    <div className={`resolver-answer ${verdict.kind}`}>
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
      {exits.length === 0 ? null : (
        <div className="resolver-exits">
          <p className="resolver-label">Ways out, solved already</p>
          <ul>
            {exits.map(({ label, gives, more, event }) => (
              <li key={label}>
                <Button label={label} onPress={() => send(event)} />
                <span>
                  gives <code>{gives.length === 0 ? 'nothing to install' : gives.join(', ')}</code>
                  {more.length === 0 ? null : <More pins={more} />}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
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
