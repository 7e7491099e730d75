/** A path to write, with the reason beside it while it can’t be one. Escape leaves it. */
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { pathRefusal } from './file-path';

export interface PathFormProps {
  readonly label: string;
  readonly was: string;
  /** The word on the button. */
  readonly does: string;
  /** The paths that are there beside it. */
  readonly there: readonly string[];
  readonly take: (path: string) => void;
  readonly leave: () => void;
}

export function PathForm({ label, was, does, there, take, leave }: PathFormProps): ReactNode {
  const id = useId();
  const [path, setPath] = useState(was);
  const [refusal, setRefusal] = useState('');
  const given = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const refused = pathRefusal(there, path.trim());
    setRefusal(refused ?? '');
    if (refused === undefined) take(path.trim());
  };
  return (
    <form
      className="project-form"
      onSubmit={given}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for it, and leaves it with Escape
        autoFocus
        value={path}
        onChange={({ target }) => {
          setPath(target.value);
          setRefusal('');
        }}
        placeholder="src/main.py"
        aria-invalid={refusal !== '' || undefined}
        aria-describedby={`${id}-refusal`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      <button type="submit" className="figure-button chip">
        {does}
      </button>
      <Button label="Leave it" look="text" onPress={leave} />
      <p id={`${id}-refusal`} className="project-refusal" aria-live="polite">
        {refusal}
      </p>
    </form>
  );
}
