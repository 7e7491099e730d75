/** A file more: its path is asked for, and then it is open, empty, to be written. */
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import type { FileEvent } from './file-row';
import { PathForm } from './PathForm';

export interface AddFileProps {
  readonly there: readonly string[];
  /** Files that many projects have and this one hasn’t: a tap begins one. */
  readonly begins: readonly string[];
  readonly send: (event: FileEvent) => void;
}

export function AddFile({ there, begins, send }: AddFileProps): ReactNode {
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
      const files = group.current?.closest('.project-files');
      files?.querySelector<HTMLElement>('.editor :is(textarea, .cm-content)')?.focus();
    });
  };
  return (
    <div className="project-add" ref={group}>
      {isAsked ? (
        <PathForm label="Path of the new file" was="" does="Add it" there={there} take={add} leave={leave} />
      ) : (
        <Button label="Add a file" look="text" onPress={() => setAsked(true)} />
      )}
      {isAsked
        ? null
        : begins.map((path) => <Button key={path} label={`Add ${path}`} look="text" onPress={() => add(path)} />)}
    </div>
  );
}
