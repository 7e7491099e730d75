/** The file that was built, looked into by the inspector. What is chosen in it is the reader’s for now and goes into no link. */
import { type ReactNode, useReducer } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { present } from '@/figures/inspector/present';
import { InspectorResult } from '@/figures/inspector/Result';
import { MarkShape } from '@/figures/inspector/RowList';
import type { FileReport } from '@/figures/inspector/report';
import type { InspectorScene } from '@/figures/inspector/scenario';
import { firstState, type InspectorEvent, type InspectorState, update } from '@/figures/inspector/state';
import type { FilePicture } from './picture';
import { useBox } from './use-box';

export function BoxView({ file }: { readonly file: FilePicture }): ReactNode {
  const answer = useBox(file);
  if (answer === undefined) return <p>The file is being written …</p>;
  if (answer.kind === 'refused') return <p>{answer.message}</p>;
  return <Inspected key={answer.report.sha256} report={answer.report} />;
}

function Inspected({ report }: { readonly report: FileReport }): ReactNode {
  const scene: InspectorScene = { id: report.name, made: [], report, beside: [] };
  const [state, send] = useReducer(
    (before: InspectorState, event: InspectorEvent) => update(scene, before, event),
    undefined,
    () => firstState(scene),
  );
  const seen = present(scene, state, { answer: 'shown' });
  // What the reader built isn’t suspect.
  const picture = { ...seen, open: seen.open && { ...seen.open, suspect: undefined } };
  const { file, verdict, lenses } = picture;
  return (
    <div className="inspector">
      <Choices
        legend="The file’s"
        choices={lenses.filter(({ event }) => event.kind === 'lens-chosen' && event.lens !== 'compared')}
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
