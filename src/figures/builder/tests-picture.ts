/** Which file a test’s import gets, by who runs the tests and what is installed. */
import type { TestsImport } from '@/core/workstation';
import type { Choice } from '@/figures/frame/Choices';
import type { Words } from '@/figures/frame/Words';
import type { Row } from '@/figures/inspector/picture';
import { seenWith } from './crate-picture';
import { testsOf } from './outcomes';
import type { SeenPicture } from './picture';
import { endWords, shortPath, textOf } from './run-picture';
import { type BuilderEvent, type BuilderState, TESTERS } from './state';

export function testsPicture(state: BuilderState, isHidden: boolean): SeenPicture {
  const choices = TESTERS.map((tester): Choice<BuilderEvent> => {
    return { label: tester, isCode: true, chosen: tester === state.tester, event: { kind: 'tester-chosen', tester } };
  });
  const chosen = [{ legend: 'Tests are run by', choices }];
  if (isHidden) return seenWith({ choices: chosen, says: ['Covered: say first which file the tests import.'] });
  const found = testsOf(state, state.tester);
  return seenWith({
    choices: chosen,
    says: wordsOf(found),
    groups: [
      {
        title: 'First on the search path',
        ...(found.first.length === 0
          ? { says: ['Nothing of the project: site-packages and the standard library alone.'] }
          : {
              rows: found.first.map(
                ({ folder, because }): Row<BuilderEvent> => ({
                  mark: 'plain',
                  name: shortPath(folder),
                  word: textOf(because),
                }),
              ),
            }),
      },
      ...(found.tests.length === 0 ? [] : [{ title: 'Test files', rows: found.tests.map(testRow) }]),
    ],
  });
}

function testRow({ path, walk }: TestsImport['tests'][number]): Row<BuilderEvent> {
  const isWell = walk.end.kind === 'runs';
  return {
    mark: isWell ? 'well' : walk.end.kind === 'fails' ? 'wrong' : 'note',
    name: path,
    word: isWell ? 'all that it imports and reads is there' : textOf(endWords({ ...walk, command: 'It' })),
    event: { kind: 'opened', path },
  };
}

export function testsWords(state: BuilderState): Words {
  return wordsOf(testsOf(state, state.tester));
}

function wordsOf({ command, name, gets, because }: TestsImport): Words {
  return ['With ', { code: command }, ', ', { code: `import ${name}` }, ...getsWords(gets), ' ', ...because];
}

function getsWords(gets: TestsImport['gets']): Words {
  switch (gets.kind) {
    case 'working-copy':
      return [' gets the working copy, ', { code: shortPath(gets.file) }, '.'];
    case 'installed':
      return [' gets the installed copy, ', { code: shortPath(gets.file) }, '.'];
    case 'empty':
      return [' gets a folder without code, ', { code: shortPath(gets.folder) }, '.'];
    case 'nothing':
      return [' finds nothing.'];
  }
}
