/** A file that is open to be read: its lines with their numbers, those with a problem marked. */
import type { ReactNode } from 'react';
import type { OpenFileProps } from '@/figures/project-files/OpenFile';

export function ReadFile({ file: { path, text = '', problems } }: Pick<OpenFileProps, 'file'>): ReactNode {
  const lines = text.replace(/\n$/, '').split('\n');
  const marked = new Set(problems.map(({ at }) => text.slice(0, at.start).split('\n').length));
  return (
    <section className="clinic-text" aria-label={path}>
      <ol>
        {lines.map((line, at) => {
          const number = at + 1;
          return (
            <li key={number} className={marked.has(number) ? 'marked' : undefined}>
              <code>{line === '' ? ' ' : line}</code>
              {marked.has(number) ? <span className="visually-hidden"> (a problem stands here)</span> : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
