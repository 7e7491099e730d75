/** What goes over to the builder, beyond what recorded logs show. */
import { describe, expect, it } from 'vitest';
import { buildAll, inputOf } from '../build/project.fixture';
import { type ContextEntries, contextOf } from '../files/build-context';
import { type Transfer, transferContext } from './transfer';

function transferOf(dockerfile: string, files: ContextEntries, before?: Transfer): Transfer | undefined {
  const [outcome] = buildAll([inputOf(dockerfile, files)]);
  if (outcome === undefined || outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return transferContext(outcome.plan, contextOf(files), before);
}

const files = { a: { content: 'a' }, 'd/b': { content: 'bb' }, 'd/c': { content: 'cc' } };

describe('a transfer', () => {
  it('describes what steps name, with the folders above and all that is below', () => {
    expect([...(transferOf('FROM alpine\nCOPY d/b /\n', files)?.files.keys() ?? [])]).toEqual(['d', 'd/b']);
    expect([...(transferOf('FROM alpine\nCOPY d /d\nCOPY [a-z] /\n', files)?.files.keys() ?? [])]).toEqual([
      'a',
      'd',
      'd/b',
      'd/c',
    ]);
    const mounted = 'FROM alpine\nRUN --mount=type=bind,source=a,target=/a x\n';
    expect([...(transferOf(mounted, files)?.files.keys() ?? [])]).toEqual(['a']);
  });

  it('isn’t made where no step takes from the context', () => {
    expect(transferOf('FROM alpine\nRUN x\n', files)).toBeUndefined();
  });

  it('sends a file again that was edited, touched or given another mode, and no other', () => {
    const dockerfile = 'FROM alpine\nCOPY a /\n';
    const first = transferOf(dockerfile, { a: { content: 'a', mtime: 1 } });
    const again = (a: ContextEntries[string]) => (transferOf(dockerfile, { a }, first)?.bytes ?? 0) > 25;
    expect(transferOf(dockerfile, { a: { content: 'a', mtime: 1 } }, first)?.bytes).toBe(22);
    expect([
      again({ content: 'b', mtime: 1 }),
      again({ content: 'a', mtime: 2 }),
      again({ content: 'a', mtime: 1, mode: '0755' }),
    ]).toEqual([true, true, true]);
  });
});
