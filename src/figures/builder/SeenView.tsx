/** What is seen: rows in groups, in a crate where it is a distribution, with a walk where there is one, and texts. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { Fold } from '@/figures/frame/Fold';
import { WalkBar } from '@/figures/frame/WalkBar';
import { Sentence } from '@/figures/frame/Words';
import { Groups } from '@/figures/inspector/RowList';
import type { CratePicture, SeenPicture } from './picture';
import type { BuilderEvent } from './state';

export interface SeenViewProps {
  readonly seen: SeenPicture;
  readonly send: (event: BuilderEvent) => void;
}

export function SeenView({ seen, send }: SeenViewProps): ReactNode {
  const { crate, says, choices, groups, walk, texts } = seen;
  return (
    <div className={crate === undefined ? 'builder-seen' : `builder-seen builder-crate ${crate.mark}`}>
      {crate === undefined ? null : <CrateHead crate={crate} />}
      {choices.map((one) => (
        <Choices key={one.legend} {...one} send={send} />
      ))}
      {says.length === 0 ? null : (
        <p>
          <Sentence words={says} />
        </p>
      )}
      {walk === undefined ? null : <WalkBar walk={walk} send={send} />}
      <Groups groups={groups} send={send} />
      {texts.map(({ title, text }) => (
        <Fold key={title} summary={title}>
          <pre className="inspector-text">{text}</pre>
        </Fold>
      ))}
    </div>
  );
}

function CrateHead({ crate: { name, note, word } }: { readonly crate: CratePicture }): ReactNode {
  return (
    <header>
      <p className="builder-stencil">{name}</p>
      <p>
        {note === '' ? null : <span>{note}; </span>}
        <span className="builder-crate-word">{word}</span>
      </p>
    </header>
  );
}
