/** The wheel inspector: a file, opened, and seen as one chooses. */
import { type ReactNode, useRef } from 'react';
import { scenarioFilePath } from '@/figures/frame/addresses';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { about } from './about';
import { model } from './model';
import { OwnFileBar } from './OwnFileBar';
import type { InspectorPicture } from './picture';
import { InspectorResult } from './Result';
import { MarkShape } from './RowList';
import type { InspectorScenario } from './scenario';
import { useDrop, useOwnFiles } from './use-own-files';

/** In a lecture the figure may stand twice: `title` tells one from the other. */
interface TitledProps extends FigureProps<InspectorScenario> {
  readonly title?: string;
}

export default function InspectorFigure(props: TitledProps): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  const files = useOwnFiles(picture, frame.scenario, send);
  const place = useRef<HTMLDivElement>(null);
  const isOver = useDrop(place, picture.lens === 'compared' ? files.compareOrOpen : files.open);
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={['Tap a file to see what it says, and choose how the whole is seen.']}
      controls={<Choices legend="Seen as" choices={picture.lenses} send={send} />}
      about={about}
    >
      <div className="inspector" ref={place} data-over={isOver || undefined}>
        <FileHead picture={picture} scenario={frame.scenario} />
        <InspectorResult picture={picture} send={send} />
        <OwnFileBar picture={picture} files={files} send={send} />
      </div>
    </FigureFrame>
  );
}

function FileHead({ picture, scenario }: { readonly picture: InspectorPicture; readonly scenario: string }): ReactNode {
  const { file, verdict } = picture;
  return (
    <header className="inspector-file">
      <p>
        <code>{file.name}</code> <span>{file.note}</span>{' '}
        {file.isOwn ? null : (
          <a href={scenarioFilePath('wheel-inspector', scenario, file.name)} download={file.name}>
            Take it along
          </a>
        )}
      </p>
      {verdict === undefined ? null : (
        <p className={`inspector-verdict mark-${verdict.mark}`}>
          <MarkShape mark={verdict.mark} />
          <span>{verdict.says}</span>
        </p>
      )}
    </header>
  );
}
