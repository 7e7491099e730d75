/** What a lens shows, by its kind. */
import type { ReactNode } from 'react';
import { BuildsView } from './BuildsView';
import { ChecksView } from './ChecksView';
import { ImageView } from './ImageView';
import type { SeenPicture } from './seen-picture';

export interface SeenProps {
  readonly id: string;
  readonly seen: SeenPicture;
}

export function SeenView({ id, seen }: SeenProps): ReactNode {
  switch (seen.kind) {
    case 'image':
      return <ImageView image={seen} />;
    case 'builds':
      return <BuildsView id={id} builds={seen} />;
    case 'checks':
      return <ChecksView checks={seen} />;
  }
}
