/** The wheel inspector: a file, opened, and seen as one chooses. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { about } from './about';
import { model } from './model';
import { OpenView } from './OpenView';
import { Groups, MarkShape } from './RowList';
import type { InspectorScenario } from './scenario';
import { TreeView } from './TreeView';

export default function InspectorFigure(props: FigureProps<InspectorScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  const { file, verdict, lenses, tree, treeMore, open, groups, compared } = picture;
  return (
    <FigureFrame
      {...frame}
      task={['Tap a file to see what it says, and choose how the whole is seen.']}
      controls={<Choices legend="Seen as" choices={lenses} send={send} />}
      about={about}
    >
      <div className="inspector">
        <header className="inspector-file">
          <p>
            <code>{file.name}</code> <span>{file.note}</span>
          </p>
          {verdict === undefined ? null : (
            <p className={`inspector-verdict ${verdict.mark}`}>
              <MarkShape mark={verdict.mark} />
              <span>{verdict.says}</span>
            </p>
          )}
        </header>
        {compared === undefined || compared.choices.length === 0 ? null : (
          <Choices legend="Beside" choices={compared.choices} send={send} />
        )}
        <div className={open === undefined ? 'inspector-whole' : 'inspector-sides'}>
          <div className="inspector-list">
            {tree.length === 0 ? null : <TreeView rows={tree} more={treeMore} send={send} />}
            <Groups groups={groups} send={send} />
          </div>
          {open === undefined ? null : <OpenView open={open} send={send} />}
        </div>
      </div>
    </FigureFrame>
  );
}
