/** What building now costs, in large, and the button that builds. On a phone it stays in view while files are tapped. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import type { LayerPicture } from './picture';
import type { LayerEvent } from './state';

export interface TotalBarProps {
  readonly picture: LayerPicture;
  readonly send: (event: LayerEvent) => void;
}

export function TotalBar({ picture, send }: TotalBarProps): ReactNode {
  const { total, build } = picture;
  return (
    <div className={`layer-total ${total.mark}`}>
      <p className="layer-sum">
        <b>{total.seconds}</b> <span>{total.says}</span>
      </p>
      <Button label={build.label} onPress={() => send(build.event)} disabledBecause={build.disabledBecause} />
    </div>
  );
}
