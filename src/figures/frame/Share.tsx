/** Taking a figure along in its present state: a link, code for a slide, paper. */
import type { ReactNode } from 'react';
import { embedScriptPath, labPath, stillPath } from './addresses';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { embedCode } from './embed-code';
import { Fold } from './Fold';
import { printFigure } from './print-figure';
import type { FrameOfFigure } from './use-figure';

const absolute = (path: string): string => new URL(path, location.href).href;

export function Share(props: FrameOfFigure): ReactNode {
  const { id, figure, scenario, title, fragment } = props;
  const lab = () => absolute(labPath(figure, scenario));
  const link = async () => `${lab()}${(await fragment()) ?? ''}`;
  const code = async () =>
    embedCode(
      { figure, scenario, title, fragment: (await fragment()) ?? '' },
      { script: absolute(embedScriptPath), lab: await link(), still: absolute(stillPath(figure, scenario)) },
    );
  return (
    <Fold summary="Share, save, print">
      <p className="figure-buttons">
        <CopyButton label="Copy link" text={link} />
        <CopyButton label="Copy embed code" text={code} />
        <Button label="Print" onPress={() => printFigure(id)} />
      </p>
      <p>A link and the code hold the state that you see. Nothing is sent anywhere.</p>
    </Fold>
  );
}
