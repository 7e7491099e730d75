/** The log, line by line. It wraps, so that nothing has to be scrolled sideways. */
import type { ReactNode } from 'react';
import { Sentence } from '@/figures/frame/Words';
import type { LogPicture } from './log-picture';

export function LogView({ log: { says, lines } }: { readonly log: LogPicture }): ReactNode {
  return (
    <div className="layer-seen">
      <p>
        <Sentence words={says} />
      </p>
      {lines.length === 0 ? null : (
        <pre className="layer-log">
          {lines.map(({ key, kind, text }) => (
            <span key={key} className={kind}>
              {text}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
    </div>
  );
}
