/** The file that stands open, beside the list. */
import type { ReactNode } from 'react';
import { Switches } from '@/figures/frame/Choices';
import type { OpenPicture } from './picture';
import { Fields, Groups, Rows, type Send } from './RowList';

export function OpenView({ open, send }: { readonly open: OpenPicture; readonly send: Send }): ReactNode {
  const { path, role, facts, findings, groups, text, textNote, suspect } = open;
  return (
    <section className="inspector-open" aria-label={`Open: ${path}`}>
      <p className="inspector-title">
        <code>{path}</code>
      </p>
      <p className="inspector-role">{role}</p>
      <Rows rows={findings} send={send} />
      <Fields fields={facts} />
      {suspect === undefined ? null : (
        <Switches
          legend="You say"
          choices={[{ label: 'Suspect', chosen: suspect.isMarked, event: suspect.event }]}
          send={send}
        />
      )}
      <Groups groups={groups} send={send} />
      {text === undefined || text === '' ? null : <pre className="inspector-text">{text}</pre>}
      {textNote === undefined ? null : <p className="inspector-more">{textNote}</p>}
    </section>
  );
}
