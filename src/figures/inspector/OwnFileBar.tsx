/** Where a reader’s own file is taken: a button, a place to drop it, and where the work on it stands. */
import { type ReactNode, useRef } from 'react';
import { Button } from '@/figures/frame/Button';
import type { InspectorPicture } from './picture';
import type { Send } from './RowList';
import type { OwnFiles, Taking } from './use-own-files';

interface BarProps {
  readonly picture: InspectorPicture;
  readonly files: OwnFiles;
  readonly send: Send;
}

export function OwnFileBar({ picture, files, send }: BarProps): ReactNode {
  const { taking, open, compare, cancel } = files;
  const { file, lens } = picture;
  return (
    <div className="inspector-own">
      <p className="figure-buttons">
        <FileButton label="Open a file of your own" take={open} />
        {lens === 'compared' ? <FileButton label="Compare with a file of your own" take={compare} /> : null}
        {file.isOwn ? (
          <Button label="Back to the library’s file" onPress={() => send({ kind: 'own-left' })} look="text" />
        ) : null}
        {taking.kind === 'busy' ? <Button label="Stop" onPress={cancel} /> : null}
      </p>
      <p className="inspector-stays">
        A .whl or .tar.gz, or two to compare; dropping works too. It stays in this page: nothing is uploaded.
      </p>
      <p className={taking.kind === 'refused' ? 'inspector-refused' : 'inspector-busy'} aria-live="polite">
        {takingSays(taking)}
      </p>
    </div>
  );
}

const STAGES = {
  reading: 'is being read',
  opening: 'is being opened',
  checking: 'is being hashed and checked',
  comparing: 'is being compared',
} as const;

function takingSays(taking: Taking): string {
  switch (taking.kind) {
    case 'idle':
      return '';
    case 'busy':
      return `${taking.name} ${STAGES[taking.stage]} …`;
    case 'refused':
      return `${taking.says} What was open stays.`;
  }
}

function FileButton({ label, take }: { readonly label: string; readonly take: OwnFiles['open'] }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".whl,.gz,.zip"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button label={label} onPress={() => input.current?.click()} />
    </>
  );
}
