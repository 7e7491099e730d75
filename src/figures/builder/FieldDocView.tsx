/** What a field of pyproject.toml means, and where that is laid down. */
import type { ReactNode } from 'react';
import { Fields } from '@/figures/inspector/RowList';
import type { FieldPicture } from './picture';

export function FieldDocView({ doc: { title, what, facts, section } }: { readonly doc: FieldPicture }): ReactNode {
  return (
    <div className="builder-doc">
      <p>
        <code>{title}</code>: {what}
      </p>
      <Fields fields={facts} />
      <p>
        <a href={section.address}>{section.title}</a>
      </p>
    </div>
  );
}
