/**
 * A button that works once the figure is alive, and keeps the focus when it has nothing to do: a natively disabled one would drop it, and a keyboard reader
 * who stepped to the end would start again at the top of the page.
 */
import type { ReactNode } from 'react';
import { useLive } from './use-live';

export interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  /** Why the button does nothing at present; undefined when it works. */
  readonly disabledBecause?: string | undefined;
  readonly look?: 'chip' | 'text';
  /** Whether its label says something that belongs on paper too. */
  readonly isOnPaper?: boolean;
  /** What the button shows in place of its label, for example an arrow. */
  readonly children?: ReactNode;
}

export function Button({
  label,
  onPress,
  disabledBecause,
  look = 'chip',
  isOnPaper = false,
  children,
}: ButtonProps): ReactNode {
  const live = useLive();
  const disabled = disabledBecause !== undefined;
  return (
    <button
      type="button"
      className={`figure-button ${look}${isOnPaper ? ' on-paper' : ''}`}
      disabled={!live}
      aria-label={children === undefined ? undefined : label}
      aria-disabled={disabled || undefined}
      title={disabledBecause}
      onClick={disabled ? undefined : onPress}
    >
      {children ?? label}
    </button>
  );
}
