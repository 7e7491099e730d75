/** A button that copies, and where copying is refused shows the text to be marked by hand. */
import type { ReactNode } from 'react';
import { Button } from './Button';
import { useCopy } from './use-copy';

export interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string | Promise<string>;
  readonly disabledBecause?: string | undefined;
}

export function CopyButton({ label, text, disabledBecause }: CopyButtonProps): ReactNode {
  const { outcome, left, copy } = useCopy();
  return (
    <>
      <Button
        label={outcome === 'copied' ? 'Copied' : label}
        onPress={() => void copy(text())}
        disabledBecause={disabledBecause}
      />
      {left === undefined ? null : (
        <textarea
          className="figure-left"
          aria-label={`${label}: the browser refused to copy, so mark this text and copy it by hand`}
          readOnly
          value={left}
          rows={3}
          onFocus={({ target }) => target.select()}
        />
      )}
    </>
  );
}
