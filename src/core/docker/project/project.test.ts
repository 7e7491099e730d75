/** What a project’s texts offer, and where in them the builder’s complaints stand. */
import { describe, expect, it } from 'vitest';
import { FIRST_STATE } from '../build/build';
import type { ContextEntries } from '../files/build-context';
import { catalogOfBases } from './bases';
import { offersOf } from './build-offers';
import { buildProject, type ProjectBuild } from './project';

const world = { images: catalogOfBases({ alpine: { size: 8_000_000 } }), secrets: new Set<string>() };

function faults(dockerfile: string, files: ContextEntries = {}, asked: Partial<ProjectBuild> = {}) {
  const plain = { arguments: new Map(), target: undefined, ignoresCache: false };
  return buildProject({ dockerfile, files, ...plain, ...asked }, world, FIRST_STATE).faults.map(
    ({ path, at, message }) => [path, at && [at.start.line, at.start.column, at.end.column], message],
  );
}

describe('faults of a project', () => {
  it('are none where it is built', () => {
    expect(faults('FROM alpine\nCOPY . /\n', { 'a.txt': { content: 'a' } })).toEqual([]);
  });

  it('stand at the words that the parser refuses, the builder’s first complaint first', () => {
    expect(faults('FROM alpine\nRUN --form=x ls\nCOPPY a b\n')).toEqual([
      ['Dockerfile', [2, 5, 13], 'dockerfile parse error on line 2: unknown flag: --form'],
      ['Dockerfile', [3, 1, 6], 'dockerfile parse error on line 3: unknown instruction: COPPY (did you mean COPY?)'],
    ]);
  });

  it('stand at the step that fails', () => {
    expect(faults('FROM alpine\nWORKDIR /a\n  COPY none \\\n  /a/\n')).toEqual([
      ['Dockerfile', [3, 3, 14], 'failed to calculate checksum of ref: "/none": not found'],
    ]);
  });

  it('stand at the pattern that can’t be used', () => {
    expect(faults('FROM alpine\n', { '.dockerignore': { content: '# logs\n\n  [a-\n*.log\n' } })).toEqual([
      ['.dockerignore', [3, 3, 6], 'syntax error in pattern'],
    ]);
    expect(faults('FROM alpine\n', { '.dockerignore': { content: '*.log\n!\n' } })).toEqual([
      ['.dockerignore', [2, 1, 2], 'illegal exclusion pattern: "!"'],
    ]);
  });

  it('stand nowhere where they are about no place', () => {
    expect(faults('FROM alpine\n', {}, { target: 'test' })).toEqual([
      ['Dockerfile', undefined, 'target stage "test" could not be found'],
    ]);
  });
});

describe('what a Dockerfile offers', () => {
  it.each([
    ['FROM alpine\n', { arguments: [], stages: [] }],
    [
      'ARG TAG=3\nFROM alpine:$TAG AS Base\nARG TAG V=1 W\nFROM base\nARG V=2\n',
      {
        arguments: [
          { name: 'TAG', value: '3' },
          { name: 'V', value: '1' },
          { name: 'W', value: '' },
        ],
        stages: ['base'],
      },
    ],
    ['FORM alpine\nARG V\n', { arguments: [{ name: 'V', value: '' }], stages: [] }],
    ['', { arguments: [], stages: [] }],
  ])('%j', (text, offers) => {
    expect(offersOf(text)).toEqual(offers);
  });
});
