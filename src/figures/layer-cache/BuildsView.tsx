/** The builds so far and now, each with a bar for its seconds; a build opens to its steps. */
import type { CSSProperties, ReactNode } from 'react';
import { LongFold } from '@/figures/frame/Fold';
import { Sentence } from '@/figures/frame/Words';
import type { BuildRow, BuildsPicture } from './builds-picture';
import { StepList } from './StepList';

export interface BuildsProps {
  readonly id: string;
  readonly builds: BuildsPicture;
}

export function BuildsView({ id, builds: { says, rows } }: BuildsProps): ReactNode {
  return (
    <div className="layer-seen">
      <p>{says}</p>
      <ol className="layer-builds">
        {rows.map((row) => (
          <Build key={row.key} id={id} row={row} />
        ))}
      </ol>
    </div>
  );
}

function Build({ id, row }: { readonly id: string; readonly row: BuildRow }): ReactNode {
  const { key, name, mark, word, changed, cost, seconds, difference, share, stages } = row;
  return (
    <li className={`layer-build ${mark}`}>
      <p className="layer-build-head">
        <b>{name}</b> <span className="layer-word">{word}</span> <span className="layer-build-seconds">{seconds}</span>
      </p>
      <span className="layer-bar" aria-hidden="true" style={{ '--share': share } as CSSProperties} />
      <p>
        <Sentence words={changed} />
      </p>
      {cost === '' ? null : (
        <p>
          {cost}
          {difference === '' ? '' : `; ${difference}`}
        </p>
      )}
      {stages.length === 0 ? null : (
        <LongFold summary={`Steps of ${name === 'Now' ? 'the build now' : name.toLowerCase()}`}>
          <StepList id={`${id}-build-${key}`} stages={stages} />
        </LongFold>
      )}
    </li>
  );
}
