/** The machine's ordered tags, folded: a row for each Python and ABI tag, its platforms inside, the lit one marked. */
import type { ReactNode } from 'react';
import { LongFold } from '@/figures/frame/Fold';
import type { TagList, TagRow } from './tag-list';

export function TagFold({ tags }: { readonly tags: TagList }): ReactNode {
  return (
    <LongFold summary={`This machine’s ${tags.count.toLocaleString('en')} tags, in order`}>
      <p>The first of these tags that some file has decides.</p>
      {tags.hasPlainLinux ? (
        <p>
          In the order of the library <code>packaging</code>, which pip follows; uv puts <code>linux_*</code> after the
          manylinux or musllinux names.
        </p>
      ) : null}
      <ol className="wheel-tags">
        {tags.rows.map((row) => (
          <Row key={row.places} row={row} />
        ))}
      </ol>
    </LongFold>
  );
}

function Row({ row }: { readonly row: TagRow }): ReactNode {
  const { places, stem, says, before, lit, after } = row;
  const isSingle = before.length + after.length + (lit === undefined ? 0 : 1) === 1;
  const head = (
    <>
      <span>{places}</span> <code>{stem}</code> <span>{says}</span>
      {lit === undefined ? null : <b>lit</b>}
    </>
  );
  if (isSingle) return <li className={lit === undefined ? undefined : 'lit'}>{head}</li>;
  return (
    <li className={lit === undefined ? undefined : 'lit'}>
      <details>
        <summary>{head}</summary>
        <pre>
          {before.map((platform) => `${platform}\n`).join('')}
          {lit === undefined ? null : <mark>{lit} (lit)</mark>}
          {lit === undefined ? '' : '\n'}
          {after.join('\n')}
        </pre>
      </details>
    </li>
  );
}
