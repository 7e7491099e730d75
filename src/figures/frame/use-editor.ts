/**
 * The rich editor in place of a plain text field, once its chunk has come. A field that is being typed in is not taken away
 * until it is left. Where the chunk doesn't come, the field stays, with everything that was typed, and the page says so.
 */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { EditorOptions, MountedEditor, mountEditor, TextProblem } from './editor';

export interface UseEditor extends EditorOptions {
  readonly problems: readonly TextProblem[];
  /** Where the editor goes, and the field that stands in for it. */
  readonly host: RefObject<HTMLElement | null>;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

export interface UsedEditor {
  /** Whether the plain field stands: until the chunk has come. */
  readonly plain: boolean;
  readonly editor: MountedEditor | undefined;
}

export function useEditor(options: UseEditor): UsedEditor {
  const { text, problems, host, field, onText, onTooLarge, onCursor } = options;
  const [mount, setMount] = useState<typeof mountEditor>();
  const [editor, setEditor] = useState<MountedEditor>();
  // Texts that the editor gave and the figure has not yet given back: they are no changes by the figure.
  const given = useRef<string[]>([]);
  const tell = useEffectEvent(onText);
  const refuse = useEffectEvent(onTooLarge);
  const moved = useEffectEvent((offset: number) => onCursor?.(offset));

  useEffect(() => {
    let left = false;
    const plain = field.current;
    import('./editor')
      .then((chunk) => {
        const swap = () => {
          if (!left) setMount(() => chunk.mountEditor);
        };
        if (document.activeElement === plain) plain?.addEventListener('blur', swap, { once: true });
        else swap();
      })
      .catch(() => window.dispatchEvent(new CustomEvent('shipshape:part-missing')));
    return () => {
      left = true;
    };
  }, [field]);

  const put = useEffectEvent((where: HTMLElement) =>
    mount?.(where, {
      ...options,
      onText: (now) => {
        given.current.push(now);
        tell(now);
      },
      onTooLarge: () => refuse(),
      onCursor: (offset) => moved(offset),
    }),
  );

  useLayoutEffect(() => {
    const mounted = mount && host.current ? put(host.current) : undefined;
    setEditor(mounted);
    return () => mounted?.destroy();
  }, [mount, host]);

  useEffect(() => {
    const known = given.current.indexOf(text);
    given.current.splice(0, known < 0 ? given.current.length : known + 1);
    if (known < 0) editor?.setText(text);
  }, [editor, text]);

  useEffect(() => editor?.setProblems(problems), [editor, problems]);

  return { plain: mount === undefined, editor };
}
