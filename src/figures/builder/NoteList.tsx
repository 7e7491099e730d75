/** Why it stops, or what was warned of: our sentence, the tool’s own line, and the place to go to. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Sentence } from '@/figures/frame/Words';
import { MarkShape } from '@/figures/inspector/RowList';
import type { Note } from './picture';
import type { BuilderEvent } from './state';

export interface NoteListProps {
  readonly notes: readonly Note[];
  readonly send: (event: BuilderEvent) => void;
}

export function NoteList({ notes, send }: NoteListProps): ReactNode {
  if (notes.length === 0) return null;
  return (
    <ul className="builder-notes">
      {notes.map(({ mark, words, toolSays, leads }, at) => {
        // Two problems may say the same.
        const key = `${at}`;
        return (
          <li key={key} className={mark}>
            <MarkShape mark={mark} />
            <p>
              <Sentence words={words} />{' '}
              {leads === undefined ? null : (
                <Button label={leads.label} look="text" onPress={() => send(leads.event)} />
              )}
            </p>
            {toolSays === undefined ? null : (
              <p className="builder-tool-says">
                In the terminal: <code>{toolSays}</code>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
