import { describe, expect, it } from 'vitest';
import { fileTree, type TreeNode } from './file-tree';
import { openWheel } from './written-wheels';

/** A line a node, indented by its depth. */
function drawn(node: TreeNode, depth = 0): readonly string[] {
  if (node.kind === 'file') return [`${' '.repeat(depth)}${node.name} ${node.entry.size}`];
  const own = depth === 0 ? [] : [`${' '.repeat(depth)}${node.name}/ ${node.files} ${node.size}`];
  return [...own, ...node.children.flatMap((child) => drawn(child, depth + 1))];
}

describe('the tree of an archive', () => {
  it('has folders first, both by name, with what they hold', async () => {
    const archive = await openWheel({ 'z.py': 'zz', 'kit/b/c.py': 'c', 'kit/a.py': 'aaa' }, { info: 'i', record: '' });
    expect(drawn(fileTree(archive))).toEqual([
      ' i/ 3 125',
      '  METADATA 45',
      '  RECORD 0',
      '  WHEEL 80',
      ' kit/ 2 4',
      '  b/ 1 1',
      '   c.py 1',
      '  a.py 3',
      ' z.py 2',
    ]);
  });

  it('ends for a path of any depth', async () => {
    const tree = fileTree(await openWheel({ [`${'a/'.repeat(400)}b.py`]: '' }));
    expect(tree.files).toBe(4);
  });
});
