/** What a lens shows, by its kind. */
import type { ReactNode } from 'react';
import { BuildsView } from './BuildsView';
import { ChecksView } from './ChecksView';
import { GraphView } from './GraphView';
import { ImageView } from './ImageView';
import { LogView } from './LogView';
import type { SeenPicture } from './seen-picture';

export interface SeenProps {
  readonly id: string;
  readonly seen: SeenPicture;
}

export function SeenView({ id, seen }: SeenProps): ReactNode {
  switch (seen.kind) {
    case 'log':
      return <LogView log={seen} />;
    case 'graph':
      return <GraphView graph={seen} />;
    case 'image':
      return <ImageView image={seen} />;
    case 'builds':
      return <BuildsView id={id} builds={seen} />;
    case 'checks':
      return <ChecksView checks={seen} />;
  }
}
