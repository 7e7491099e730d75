/** The figure as it stands, as a picture: SVG and PNG. What draws it is fetched when it is first asked for. */
import { type ReactNode, useState } from 'react';
import { Button } from './Button';
import type { PosterTheme } from './poster-colours';
import type { FrameOfFigure } from './use-figure';

/** 16:9 at this width has the size of a slide. */
const width = 960;

export interface SavePictureProps extends Pick<FrameOfFigure, 'figure' | 'scenario' | 'title' | 'number' | 'poster'> {
  /** Where the figure is at home: printed on the picture. */
  readonly address: () => string;
}

/** The theme that the reader sees. */
function themeNow(): PosterTheme {
  const asked = document.documentElement.dataset['theme'];
  if (asked === 'light' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function SavePicture({ figure, scenario, title, number, poster, address }: SavePictureProps): ReactNode {
  const [failed, setFailed] = useState(false);
  const save = async (type: 'svg' | 'png') => {
    try {
      const [{ drawPoster }, { pictureName, savePng, saveSvg }] = await Promise.all([
        import('./draw-poster'),
        import('./save-picture'),
      ]);
      const svg = drawPoster(poster(), { title, number, theme: themeNow(), width, address: address() });
      const name = pictureName(figure, scenario, type);
      if (type === 'svg') saveSvg(svg, name);
      setFailed(type === 'png' && !(await savePng(svg, name)));
    } catch {
      window.dispatchEvent(new CustomEvent('shipshape:part-missing'));
    }
  };
  return (
    <>
      <Button label="Save as SVG" onPress={() => void save('svg')} />
      <Button label="Save as PNG" onPress={() => void save('png')} />
      {failed ? <span role="alert">This browser can’t draw the PNG. Save the SVG: slides take it too.</span> : null}
    </>
  );
}
