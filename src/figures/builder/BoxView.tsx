/** The file that was built, looked into by the inspector. What is chosen in it is part of the builder’s own state. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { present } from '@/figures/inspector/present';
import { InspectorResult } from '@/figures/inspector/Result';
import { MarkShape } from '@/figures/inspector/RowList';
import type { FileReport } from '@/figures/inspector/report';
import type { InspectorScene } from '@/figures/inspector/scenario';
import { firstState, type InspectorEvent } from '@/figures/inspector/state';
import type { FilePicture } from './picture';
import { BOX_LENSES, type Box, type BuilderEvent } from './state';
import { useBox } from './use-box';

export interface BoxViewProps {
  readonly file: FilePicture;
  readonly box: Box;
  readonly send: (event: BuilderEvent) => void;
}

export function BoxView({ file, ...looked }: BoxViewProps): ReactNode {
  const answer = useBox(file);
  if (answer === undefined) return <p>The file is being written …</p>;
  if (answer.kind === 'refused') return <p>{answer.message}</p>;
  return answer.report === undefined ? null : <Inspected report={answer.report} {...looked} />;
}

interface InspectedProps extends Omit<BoxViewProps, 'file'> {
  readonly report: FileReport;
}

function Inspected({ report, box, send: tell }: InspectedProps): ReactNode {
  const scene: InspectorScene = { id: report.name, made: [], report, beside: [] };
  const seen = present(scene, { ...firstState(scene), lens: box.lens, open: box.path }, { answer: 'shown' });
  const send = (event: InspectorEvent) => {
    if (event.kind === 'lens-chosen') tell({ kind: 'box-seen', lens: event.lens });
    if (event.kind === 'opened') tell({ kind: 'box-opened', path: event.path });
  };
  // What the reader built isn’t suspect.
  const picture = { ...seen, open: seen.open && { ...seen.open, suspect: undefined } };
  const { file, verdict, lenses } = picture;
  return (
    <div className="inspector">
      <Choices
        legend="The file’s"
        choices={lenses.filter(({ event }) => event.kind === 'lens-chosen' && BOX_LENSES.includes(event.lens))}
        send={send}
      />
      <header className="inspector-file">
        <p>
          <code>{file.name}</code> <span>{file.note}</span>
        </p>
        {verdict === undefined ? null : (
          <p className={`inspector-verdict mark-${verdict.mark}`}>
            <MarkShape mark={verdict.mark} />
            <span>{verdict.says}</span>
          </p>
        )}
      </header>
      <InspectorResult picture={picture} send={send} />
    </div>
  );
}
