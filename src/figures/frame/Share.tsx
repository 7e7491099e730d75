/** Taking a figure along in its present state: a link, code for a slide, a picture, paper. */
import { type ReactNode, useState } from 'react';
import { embedScriptPath, labPath, stillPath } from './addresses';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { embedCode } from './embed-code';
import { Fold } from './Fold';
import { printFigure } from './print-figure';
import type { FrameOfFigure } from './use-figure';

const absolute = (path: string): string => new URL(path, location.href).href;

export function Share(props: FrameOfFigure): ReactNode {
  const { id, figure, scenario, title, number, poster, fragment } = props;
  const [failed, setFailed] = useState(false);
  const lab = () => absolute(labPath(figure, scenario));
  const link = async () => `${lab()}${(await fragment()) ?? ''}`;
  const code = async () =>
    embedCode(
      { figure, scenario, title, fragment: (await fragment()) ?? '' },
      { script: absolute(embedScriptPath), lab: await link(), still: absolute(stillPath(figure, scenario)) },
    );
  const save = async (form: 'svg' | 'png') => {
    try {
      const { savePicture } = await import('./save-picture');
      await savePicture(form, poster(), { figure, title, number, address: lab() });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Fold summary="Share, save, print">
      <p className="figure-buttons">
        <CopyButton label="Copy link" text={link} />
        <CopyButton label="Copy embed code" text={code} />
        <Button label="Save as SVG" onPress={() => void save('svg')} />
        <Button label="Save as PNG" onPress={() => void save('png')} />
        <Button label="Print" onPress={() => printFigure(id)} />
      </p>
      {failed ? <p role="alert">The picture couldn’t be made in this browser.</p> : null}
      <p>A link and the code hold the state that you see. Nothing is sent anywhere.</p>
    </Fold>
  );
}
