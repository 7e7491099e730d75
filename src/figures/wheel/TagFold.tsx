/** The machine's ordered tags, folded: a field to find one, and a row for each Python and ABI tag with its platforms inside. */
import { type ReactNode, useRef } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '@/figures/frame/Button';
import { LongFold } from '@/figures/frame/Fold';
import { useHydrated, useLive } from '@/figures/frame/use-live';
import { Sentence } from '@/figures/frame/Words';
import { LONGEST_SOUGHT, type WheelEvent } from './state';
import type { Claim, TagList, TagPiece, TagRow } from './tag-list';
import type { TagHit } from './tag-search';

interface TagFoldProps {
  readonly id: string;
  readonly tags: TagList;
  readonly send: (event: WheelEvent) => void;
}

export function TagFold({ id, tags, send }: TagFoldProps): ReactNode {
  const rows = useRef<HTMLOListElement>(null);
  // Whoever presses a tag is led to its line in the list, by the focus as well.
  const goTo = (tag: string) => {
    flushSync(() => send({ kind: 'tag-taken', tag }));
    const line = rows.current?.querySelector<HTMLElement>('[data-sought]');
    line?.closest('details')?.setAttribute('open', '');
    line?.focus();
  };
  return (
    <LongFold summary={`This machine’s ${tags.count.toLocaleString('en')} tags, in order`}>
      <p>The first of these tags that some file has decides.</p>
      {tags.hasPlainLinux ? (
        <p>
          In the order of the library <code>packaging</code>, which pip follows; uv puts <code>linux_*</code> after the
          manylinux or musllinux names.
        </p>
      ) : null}
      <Search id={id} tags={tags} send={send} goTo={goTo} />
      <ol className="wheel-tags" ref={rows}>
        {tags.rows.map((row) => (
          <Row key={row.places} row={row} />
        ))}
      </ol>
    </LongFold>
  );
}

interface SearchProps extends TagFoldProps {
  readonly goTo: (tag: string) => void;
}

function Search({ id, tags, send, goTo }: SearchProps): ReactNode {
  const live = useLive();
  const { search, lit } = tags;
  const { text, says, hits, more } = search;
  return (
    <div className="wheel-search">
      <p className="wheel-field">
        <label htmlFor={id}>Find a tag, or part of one</label>
        <input
          id={id}
          type="search"
          value={text}
          disabled={!live}
          maxLength={LONGEST_SOUGHT}
          aria-describedby={`${id}-says`}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={({ target }) => send({ kind: 'tag-sought', text: target.value })}
        />
        {lit === undefined ? null : <Button label="Go to the lit tag" onPress={() => goTo(lit)} look="text" />}
      </p>
      <p id={`${id}-says`}>
        <Sentence words={says} />
      </p>
      <ol className="wheel-hits">
        {hits.map((hit) => (
          <Hit key={hit.tag} hit={hit} goTo={goTo} />
        ))}
      </ol>
      {more === 0 ? null : <p>and {more.toLocaleString('en')} more</p>}
    </div>
  );
}

interface HitProps {
  readonly hit: TagHit;
  readonly goTo: (tag: string) => void;
}

function Hit({ hit, goTo }: HitProps): ReactNode {
  const { place, tag, claims } = hit;
  return (
    <li>
      <span>{place}</span> <Button label={tag} onPress={() => goTo(tag)} look="text" />
      <Claims claims={claims} />
    </li>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }): ReactNode {
  return claims.map(({ filename, word }) => (
    <span key={filename} className="wheel-claim">
      <code>{filename}</code> <b>{word}</b>
    </span>
  ));
}

function Row({ row }: { readonly row: TagRow }): ReactNode {
  const { places, stem, says, pieces, files, isLit, isSought } = row;
  const [only] = pieces;
  const look = isLit ? 'lit' : undefined;
  const head = (
    <>
      <span>{places}</span> <code>{stem}</code> <span>{says}</span>
      {files === 0 ? null : <span className="wheel-files">{files === 1 ? '1 file' : `${files} files`}</span>}
      {isLit ? <b>lit</b> : null}
    </>
  );
  const isSingle = pieces.length === 1 && (only?.kind === 'marked' || only?.platforms.length === 1);
  if (isSingle) {
    const claims = only?.kind === 'marked' ? only.claims : [];
    return (
      <li className={look} {...(isSought ? { 'data-sought': true, tabIndex: -1 } : {})}>
        {head}
        <Claims claims={claims} />
      </li>
    );
  }
  return (
    <li className={look}>
      <details open={isSought}>
        <summary>{head}</summary>
        <div className="wheel-run">
          {pieces.map((piece) => (
            <Piece key={piece.kind === 'plain' ? piece.from : piece.place} piece={piece} />
          ))}
        </div>
      </details>
    </li>
  );
}

function Piece({ piece }: { readonly piece: TagPiece }): ReactNode {
  const live = useHydrated();
  if (piece.kind === 'plain') {
    const { from, platforms } = piece;
    // The places are written once someone can open the row by script: they would weigh more than the tags.
    return (
      <pre>{platforms.map((platform, index) => (live ? `${from + index} ${platform}` : platform)).join('\n')}</pre>
    );
  }
  const { place, platform, isLit, isSought, claims } = piece;
  return (
    <p className={`wheel-marked${isLit ? ' lit' : ''}`} {...(isSought ? { 'data-sought': true, tabIndex: -1 } : {})}>
      <span>{place}</span> <code>{platform}</code>
      {isLit ? <b>lit</b> : null}
      {isSought ? <b>found</b> : null}
      <Claims claims={claims} />
    </p>
  );
}
