/** Draws the board: the nine steps as a track, a crate for each project, and how far each has come. */
import { type ReactNode, useId } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { useLive } from '@/figures/frame/use-live';
import type { Crate, InstallPicture } from './present';
import type { InstallEvent } from './state';

export interface BoardProps {
  readonly picture: InstallPicture;
  readonly send: (event: InstallEvent) => void;
}

export function Board({ picture, send }: BoardProps): ReactNode {
  const name = useId();
  const live = useLive();
  return (
    <div className="install-board">
      {picture.isHidden ? null : <Choices legend="Step" choices={picture.steps} send={send} />}
      <fieldset className="install-crates" disabled={!live || picture.isHidden}>
        <legend className="visually-hidden">Project</legend>
        {picture.crates.map((crate) => (
          <CrateRow key={crate.project} crate={crate} name={name} send={send} />
        ))}
      </fieldset>
    </div>
  );
}

interface CrateRowProps {
  readonly crate: Crate;
  readonly name: string;
  readonly send: (event: InstallEvent) => void;
}

function CrateRow({ crate, name, send }: CrateRowProps): ReactNode {
  const { project, release, status, word, changed, cells, chosen, event } = crate;
  return (
    <label className={`install-crate ${status}`}>
      <input type="radio" name={name} checked={chosen} onChange={() => send(event)} />
      <b>
        {project} <i>{release?.version}</i>
      </b>
      <span className="install-word">{word}</span>
      <small>
        {release?.tag} {changed === '' ? null : <em>{changed}</em>}
      </small>
      <span className="install-cells" aria-hidden="true">
        {cells.map(({ step, status: cell }) => (
          <i key={step} className={cell === 'done' ? undefined : cell} />
        ))}
      </span>
    </label>
  );
}
