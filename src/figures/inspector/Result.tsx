/** What is seen of a file: its tree or its rows, and what stands open beside them. */
import type { ReactNode } from 'react';
import { Choices } from '@/figures/frame/Choices';
import { OpenView } from './OpenView';
import type { InspectorPicture } from './picture';
import { Groups, type Send } from './RowList';
import { TreeView } from './TreeView';

export function InspectorResult({
  picture,
  send,
}: {
  readonly picture: InspectorPicture;
  readonly send: Send;
}): ReactNode {
  const { tree, treeMore, open, groups, compared } = picture;
  return (
    <>
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
    </>
  );
}
