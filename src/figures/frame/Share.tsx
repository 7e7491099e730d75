/** Taking a figure along in its present state: a link, code for a slide, a picture, paper. */
import { type ReactNode, useState } from 'react';
import { embedScriptPath, labPath, stillPath } from './addresses';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { embedCode } from './embed-code';
import { Fold } from './Fold';
import type { PosterTheme } from './poster-colours';
import { printFigure } from './print-figure';
import type { FrameOfFigure } from './use-figure';

const absolute = (path: string): string => new URL(path, location.href).href;

/** Of a picture, in pixels: a slide’s; as PNG it has twice as many. */
const pictureWidth = 960;

/** The theme that the reader sees, chosen here or by their system. */
function shownTheme(): PosterTheme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function Share(props: FrameOfFigure): ReactNode {
  const { id, figure, scenario, title, number, poster, fragment } = props;
  const [failed, setFailed] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const lab = () => absolute(labPath(figure, scenario));
  /** The present state; where that is too large for a link, the example as it first is, and a sentence that says so. */
  const state = async () => {
    const made = await fragment();
    setTooLarge(made === undefined);
    return made ?? '';
  };
  const link = async () => lab() + (await state());
  const code = async () => {
    const shown = await state();
    return embedCode(
      { figure, scenario, title, fragment: shown },
      { script: absolute(embedScriptPath), lab: lab() + shown, still: absolute(stillPath(figure, scenario)) },
    );
  };
  /** The drawing of pictures comes when the first one is wanted. */
  const savePicture = async (type: 'svg' | 'png') => {
    try {
      const [{ drawPoster }, saving] = await Promise.all([import('./draw-poster'), import('./save-picture')]);
      const [shown, theme] = [poster(), shownTheme()];
      const drawing = await shown.drawing?.(theme);
      const svg = drawPoster(shown, { title, number, theme, width: pictureWidth, address: lab(), drawing });
      const name = saving.pictureName(figure, scenario, type);
      if (type === 'svg') saving.saveSvg(svg, name);
      setFailed(type === 'png' && !(await saving.savePng(svg, name)));
    } catch {
      setFailed(true);
    }
  };
  return (
    <Fold summary="Share, save, print">
      <p className="figure-buttons">
        <CopyButton label="Copy link" text={link} />
        <CopyButton label="Copy embed code" text={code} />
        <Button label="Save as SVG" onPress={() => void savePicture('svg')} />
        <Button label="Save as PNG" onPress={() => void savePicture('png')} />
        <Button label="Print" onPress={() => printFigure(id)} />
      </p>
      {failed ? <p role="alert">The picture couldn’t be made here. A print of the figure shows the same.</p> : null}
      {tooLarge ? (
        <p role="alert">What you see is more than a link can hold: this one opens the example as it first is.</p>
      ) : null}
      <p>A link and the code hold the state that you see. Nothing is sent anywhere.</p>
    </Fold>
  );
}
