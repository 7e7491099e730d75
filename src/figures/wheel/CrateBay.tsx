/** The files of a release as crates: the lit one, the others with their reasons, the source distribution standing behind. */
import type { ReactNode } from 'react';
import { LongFold } from '@/figures/frame/Fold';
import { useLive } from '@/figures/frame/use-live';
import type { Crate, CrateStatus } from './crates';
import type { WheelPicture } from './present';
import type { WheelEvent } from './state';

interface BayProps {
  readonly picture: WheelPicture;
  readonly send: (event: WheelEvent) => void;
}

export function CrateBay({ picture, send }: BayProps): ReactNode {
  const { crates, lit, release, listed, needs, isBuilt } = picture;
  const { shown, groups, sources } = crates;
  return (
    <div className="wheel-bay" data-built={isBuilt || undefined}>
      <p className={`wheel-lit ${lit.status}`} aria-hidden="true">
        <Mark status={lit.status} />
        <code>{lit.name}</code>
        <b className="wheel-word">{lit.word}</b>
      </p>
      <p className="wheel-release">
        <b>{release === '' ? 'No release' : release}</b> <span>{listed}</span>
      </p>
      <ul className="wheel-crates" aria-label="Files of the release">
        {shown.map((crate) => (
          <CrateItem key={crate.filename} crate={crate} send={send} />
        ))}
      </ul>
      {groups.map(({ word, crates: folded }) => (
        <LongFold key={word} summary={`${word}: ${folded.length} more`}>
          <ul className="wheel-crates">
            {folded.map((crate) => (
              <CrateItem key={crate.filename} crate={crate} send={send} />
            ))}
          </ul>
        </LongFold>
      ))}
      {sources.length === 0 ? null : (
        <ul className="wheel-sources" aria-label="Source distribution">
          {sources.map(({ filename, status, word, why }) => (
            <li key={filename} className={`wheel-source ${status}`} title={why}>
              <Mark status={status} />
              <code>{filename}</code>
              <b className="wheel-word">{word}</b>
              <span className="wheel-needs">
                {needs === undefined ? 'source, to be built here' : `source: building needs ${needs}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface CrateItemProps {
  readonly crate: Crate;
  readonly send: (event: WheelEvent) => void;
}

function CrateItem({ crate, send }: CrateItemProps): ReactNode {
  const live = useLive();
  const { filename, stencil, status, word, why, isDecoded, event } = crate;
  return (
    <li>
      <button
        type="button"
        className={`wheel-crate on-paper ${status}`}
        disabled={!live}
        aria-pressed={isDecoded}
        title={why}
        onClick={() => send(event)}
      >
        <span className="visually-hidden">{filename}: </span>
        {stencil.kind === 'other' ? (
          <span className="wheel-stencil" aria-hidden="true">
            {stencil.text}
          </span>
        ) : (
          <span className="wheel-stencil" aria-hidden="true">
            <b>
              {stencil.python}-{stencil.abi}
            </b>
            <span>{stencil.platform}</span>
            <span>
              {stencil.arch}
              {stencil.more === 0 ? '' : ` +${stencil.more}`}
            </span>
          </span>
        )}
        <span className="wheel-word">
          <Mark status={status} />
          {word}
        </span>
      </button>
    </li>
  );
}

/** A shape for each state, so that colour never stands alone. */
const shapes: Readonly<Record<CrateStatus, ReactNode>> = {
  chosen: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  fits: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  reserve: <path d="M3 8h10" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  refused: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  ahead: <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />,
};

function Mark({ status }: { readonly status: CrateStatus }): ReactNode {
  return (
    <svg className="wheel-mark" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}
