/** What the frame itself has to say, beside what any figure knows: a link that doesn't open, an example that doesn't load. */
import type { ReactNode } from 'react';
import { Button } from './Button';
import type { LinkFault, Notice } from './session';

export interface NoticeLineProps {
  readonly notice: Notice | undefined;
  readonly close: () => void;
}

export function NoticeLine({ notice, close }: NoticeLineProps): ReactNode {
  if (notice === undefined) return null;
  return (
    <div className="figure-notice" role="alert">
      <p>{describeNotice(notice)}</p>
      <Button label="Close" onPress={close} look="text" />
    </div>
  );
}

/** @example describeNotice({ kind: 'link', why: 'newer' }) // → 'This link was made by a newer version …' */
export function describeNotice(notice: Notice): string {
  return notice.kind === 'link'
    ? FAULTS[notice.why]
    : `The example “${notice.scenario}” couldn’t be loaded. What you see has stayed as it was.`;
}

const FAULTS: Readonly<Record<LinkFault, string>> = {
  damaged:
    'The link to this figure is damaged: a part of it is missing or changed. You see the state that was here before.',
  'too-large': 'The link to this figure holds more than a link may. You see the state that was here before.',
  newer:
    'This link was made by a newer version of the figure. Reload the page to get it; until then you see the state that was here before.',
  'other-figure': 'This link belongs to another figure. You see the state that was here before.',
  unfit:
    'This link names something that the figure doesn’t have, or no longer has. You see the state that was here before.',
};
