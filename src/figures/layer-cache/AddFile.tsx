/** A file more: its path is asked for, and then it is open, empty, to be written. */
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { IGNORE_FILE } from './file-path';
import { PathForm } from './PathForm';
import type { LayerEvent } from './state';

export interface AddFileProps {
  readonly there: readonly string[];
  readonly hasIgnoreFile: boolean;
  readonly send: (event: LayerEvent) => void;
}

export function AddFile({ there, hasIgnoreFile, send }: AddFileProps): ReactNode {
  const [isAsked, setAsked] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const leave = () => {
    setAsked(false);
    requestAnimationFrame(() => group.current?.querySelector('button')?.focus());
  };
  const add = (path: string) => {
    send({ kind: 'added', path });
    setAsked(false);
    // Its editor is there with the next drawing.
    requestAnimationFrame(() => {
      const files = group.current?.closest('.layer-files');
      files?.querySelector<HTMLElement>('.editor :is(textarea, .cm-content)')?.focus();
    });
  };
  return (
    <div className="layer-add" ref={group}>
      {isAsked ? (
        <PathForm label="Path of the new file" was="" does="Add it" there={there} take={add} leave={leave} />
      ) : (
        <Button label="Add a file" look="text" onPress={() => setAsked(true)} />
      )}
      {hasIgnoreFile || isAsked ? null : (
        <Button label={`Add ${IGNORE_FILE}`} look="text" onPress={() => add(IGNORE_FILE)} />
      )}
    </div>
  );
}
