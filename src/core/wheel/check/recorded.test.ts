// check-wheel-contents and twine beside ours, archive by archive (`npm run record:wheel-checks`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../archive/open-archive';
import { checkWithTwine } from './twine';
import { checkWheelContents } from './wheel-contents';

interface Recorded {
  readonly id: string;
  readonly name: string;
  readonly archive: string;
  readonly toplevel?: readonly string[];
  readonly tree?: readonly string[];
  readonly wheelContents?: {
    readonly verdict: 'checked' | 'invalid' | 'crashed';
    readonly message?: string;
    readonly failures?: readonly {
      readonly code: string;
      readonly message: string;
      readonly paths: readonly string[];
    }[];
  };
  readonly twine: {
    readonly verdict: 'passed' | 'failed' | 'invalid' | 'refused' | 'crashed';
    readonly message?: string;
    readonly warnings?: readonly string[];
    readonly fields?: readonly string[];
  };
}

const [, ...lines] = readFileSync(`${import.meta.dirname}/recorded/cases.jsonl`, 'utf8')
  .trimEnd()
  .split('\n');
const cases = lines.map((line): Recorded => JSON.parse(line));

/** Archives that we don’t open, and what the tools do with them. */
const NOT_OPENED = [
  'name-ending-in-capitals',
  'sdist-is-no-gzip',
  'sdist-other-ending',
  'wheel-cut-off',
  'wheel-is-no-zip',
];

/** Descriptions that docutils judges and we leave open. */
const UNDECIDED: readonly string[] = [
  'twine-rst-very-short-underline',
  'twine-rst-role-in-literal',
  'twine-rst-unknown-directive-in-comment',
  'twine-rst-only-comment',
  'twine-rst-indented',
];

async function open({ archive, name }: Recorded) {
  const opened = await openArchive(new Uint8Array(Buffer.from(archive, 'base64')), name);
  return opened.kind === 'opened' ? opened.archive : undefined;
}

/** W005 goes through its names in no order. */
const inOrder = <T extends { code: string; paths: readonly string[] }>(failure: T): T =>
  failure.code === 'W005' ? { ...failure, paths: failure.paths.toSorted() } : failure;

describe('an archive that isn’t opened', () => {
  it('is one of these', async () => {
    const refused = await Promise.all(cases.map(async (each) => ((await open(each)) === undefined ? [each.id] : [])));
    expect(refused.flat().toSorted()).toEqual(NOT_OPENED);
  });
});

describe('check-wheel-contents', () => {
  const asked = cases.filter(({ id, wheelContents }) => wheelContents !== undefined && !NOT_OPENED.includes(id));
  it.each(asked)('$id', async (recorded) => {
    const archive = await open(recorded);
    const { toplevel, tree: files, wheelContents: theirs } = recorded;
    const ours = archive && checkWheelContents(archive, { toplevel, files });
    const theirFailures = theirs?.failures?.map(inOrder);
    if (ours?.kind === 'checked')
      expect({ verdict: 'checked', failures: ours.failures.map(inOrder) }).toEqual({
        ...theirs,
        failures: theirFailures,
      });
    else if (ours?.kind === 'invalid') expect({ verdict: 'invalid', message: ours.message }).toEqual(theirs);
    else expect(ours?.kind).toBe(theirs?.verdict);
  });
});

describe('twine check', () => {
  const asked = cases.filter(({ id }) => !NOT_OPENED.includes(id));
  it.each(asked)('$id', async (recorded) => {
    const archive = await open(recorded);
    const ours = archive && checkWithTwine(archive);
    const { verdict, warnings, fields, message } = recorded.twine;
    if (UNDECIDED.includes(recorded.id)) expect(ours).toEqual({ kind: 'undecided', warnings });
    else if (ours?.kind === 'invalid') expect([ours.kind, ours.fields]).toEqual([verdict, fields]);
    else if (ours?.kind === 'refused') expect([ours.kind, ours.message]).toEqual([verdict, message]);
    else if (ours?.kind === 'passed') expect([ours.kind, ours.warnings]).toEqual([verdict, warnings]);
    else if (ours?.kind === 'failed') {
      expect([ours.kind, ours.warnings]).toEqual([verdict, warnings]);
      expect(message).toContain(ours.message);
      if (ours.line !== undefined) expect(message).toContain(`line ${ours.line}:`);
    } else expect(ours?.kind).toBe(verdict);
  });
});
