/** pyproject.toml as text, folded; open, it explains the field at the cursor. */
import { type ReactNode, useState } from 'react';
import { EditAsText } from '@/figures/frame/EditAsText';
import { OpenFile, type OpenFileProps } from '@/figures/project-files/OpenFile';
import type { Core } from './core';
import { FieldDocView } from './FieldDocView';

export interface ManifestEditorProps {
  readonly opened: OpenFileProps;
  /** Knows the fields; undefined until it has come. */
  readonly core: Core | undefined;
}

export function ManifestEditor({ opened, core }: ManifestEditorProps): ReactNode {
  const [offset, setOffset] = useState<number>();
  const text = opened.file.text ?? '';
  const doc = offset === undefined ? undefined : core?.fieldPictureAt(text, Math.min(offset, text.length));
  return (
    <>
      <OpenFile {...opened} Editor={EditAsText} onCursor={setOffset} />
      {doc === undefined ? null : (
        <section className="builder-at-cursor" aria-label="The field at the cursor">
          <FieldDocView doc={doc} />
        </section>
      )}
    </>
  );
}
