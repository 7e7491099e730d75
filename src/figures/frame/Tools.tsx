/** Undo, redo, start again, and the whole screen. */
import { type ReactNode, type RefObject, useSyncExternalStore } from 'react';
import { Button } from './Button';
import type { FrameOfFigure } from './use-figure';

export interface ToolsProps extends FrameOfFigure {
  readonly section: RefObject<HTMLElement | null>;
}

export function Tools({ canUndo, canRedo, picture, host, send, section }: ToolsProps): ReactNode {
  return (
    <p className="figure-actions">
      <Button
        label="Undo"
        look="text"
        onPress={() => send({ kind: 'undo' })}
        disabledBecause={canUndo ? undefined : 'There is nothing to undo.'}
      />
      <Button
        label="Redo"
        look="text"
        onPress={() => send({ kind: 'redo' })}
        disabledBecause={canRedo ? undefined : 'Nothing was undone.'}
      />
      {host === 'exercise' ? null : (
        <Button
          label="Start again"
          look="text"
          onPress={() => send({ kind: 'reset' })}
          disabledBecause={picture.resetDisabledBecause}
        />
      )}
      <FullScreen section={section} />
    </p>
  );
}

function FullScreen({ section }: Pick<ToolsProps, 'section'>): ReactNode {
  const state = useSyncExternalStore(
    watchFullScreen,
    () => fullScreenOf(section.current),
    () => 'no' as const,
  );
  const change = () =>
    void (state === 'yes' ? document.exitFullscreen() : section.current?.requestFullscreen())?.catch(() => undefined);
  return (
    <Button
      label={state === 'yes' ? 'Leave full screen' : 'Full screen'}
      look="text"
      onPress={change}
      disabledBecause={state === 'impossible' ? 'This browser shows no part of a page on the full screen.' : undefined}
    />
  );
}

function watchFullScreen(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}

function fullScreenOf(section: HTMLElement | null): 'yes' | 'no' | 'impossible' {
  if (!document.fullscreenEnabled) return 'impossible';
  return section !== null && document.fullscreenElement === section ? 'yes' : 'no';
}
