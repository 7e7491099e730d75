/** pyproject.toml field by field: a tap explains a field, and chips add others. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Fold } from '@/figures/frame/Fold';
import { useLive } from '@/figures/frame/use-live';
import { FieldDocView } from './FieldDocView';
import type { ManifestPicture, ManifestRow } from './picture';
import type { BuilderEvent } from './state';

export interface ManifestViewProps {
  readonly manifest: ManifestPicture;
  readonly send: (event: BuilderEvent) => void;
}

export function ManifestView({ manifest, send }: ManifestViewProps): ReactNode {
  const { tables, doc, adds } = manifest;
  return (
    <div className="builder-manifest">
      {tables.map(({ key, header, rows }) => (
        <section key={key}>
          <p className="builder-table">
            <code>{header}</code>
          </p>
          <ul>
            {rows.map((row) => (
              <li key={row.key}>
                <FieldRow row={row} send={send} />
                {row.isOpen && doc !== undefined ? <FieldDocView doc={doc} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {adds.length === 0 ? null : (
        <Fold summary="Add a field">
          <div className="builder-adds">
            {adds.map(({ label, event }) => (
              <Button key={label} label={`Add ${label}`} onPress={() => send(event)}>
                <code>{label}</code>
              </Button>
            ))}
          </div>
        </Fold>
      )}
    </div>
  );
}

interface FieldRowProps {
  readonly row: ManifestRow;
  readonly send: (event: BuilderEvent) => void;
}

function FieldRow({ row: { name, value, problem, isOpen, event }, send }: FieldRowProps): ReactNode {
  const live = useLive();
  return (
    <button
      type="button"
      className={problem === undefined ? 'builder-field on-paper' : 'builder-field wrong on-paper'}
      disabled={!live}
      aria-expanded={isOpen}
      onClick={() => send(event)}
    >
      <code>{name}</code> <code className="builder-value">{value}</code>
      {problem === undefined ? null : <span>{problem}</span>}
    </button>
  );
}
