import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PrereleasePolicy } from '@/core/python';
import { formatSemVer, readSemVer } from '@/core/resolution';
import { judgeByCargo, readCargo } from './judge-cargo';
import { judgeByNpm, readNpm } from './judge-npm';
import { judgeByPython, readPython } from './judge-python';
import { type ListedVersion, readVersionList } from './listed-version';

interface Header {
  readonly python: readonly string[];
  readonly versions: readonly string[];
}
interface Case {
  readonly tool: 'packaging' | 'semver' | 'cargo';
  readonly text: string;
  readonly prereleases?: PrereleasePolicy;
  readonly admits: readonly string[] | null;
}

const [head, ...lines] = readFileSync(new URL('recorded.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const header: Header = JSON.parse(head ?? '{}');
const cases = lines.map((line): Case => JSON.parse(line));
const of = (tool: Case['tool']) => cases.filter((one) => one.tool === tool);

const python = readVersionList(header.python.join(' ')).versions;
/** Versions as npm and Cargo have them; of Python's value nothing depends here. */
const elsewhere = header.versions.map((text): ListedVersion => {
  const semver = readSemVer(text);
  const [any] = python;
  if (semver === undefined || any === undefined) throw new RangeError(text);
  return { ...any, text, semver: { semver } };
});

const admitted = (
  versions: readonly ListedVersion[],
  verdicts: readonly { readonly kind: string }[],
): readonly string[] => versions.filter((_, at) => verdicts[at]?.kind === 'admitted').map(({ text }) => text);

/** What is judged otherwise than recorded. */
function wrong(tool: Case['tool'], judge: (one: Case) => readonly string[] | null): readonly object[] {
  return of(tool).flatMap((one) => {
    const ours = judge(one);
    return JSON.stringify(ours) === JSON.stringify(one.admits) ? [] : [{ ...one, ours }];
  });
}

describe('held against the libraries that the tools read with', () => {
  it('a specifier admits what packaging admits, and is none where packaging refuses it', () => {
    expect(of('packaging').length).toBeGreaterThan(400);
    expect(
      wrong('packaging', ({ text, prereleases = 'if-needed' }) => {
        const { set } = readPython(text);
        return set === undefined ? null : admitted(python, judgeByPython(set, python, prereleases));
      }),
    ).toEqual([]);
  });

  it('a range admits what node-semver admits', () => {
    expect(of('semver').length).toBeGreaterThan(150);
    expect(
      wrong('semver', ({ text }) => {
        const reading = readNpm(text);
        return reading === undefined ? null : admitted(elsewhere, judgeByNpm(reading, elsewhere));
      }),
    ).toEqual([]);
  });

  it('a requirement admits what the crate semver admits, and so does what it is said to mean', () => {
    expect(of('cargo').length).toBeGreaterThan(150);
    const judge = (text: string) => {
      const reading = readCargo(text);
      return reading === undefined ? null : admitted(elsewhere, judgeByCargo(reading, elsewhere));
    };
    expect(wrong('cargo', ({ text }) => judge(text))).toEqual([]);
    // Pre-releases apart: `<2.0.0` leaves those of 2.0.0 to a rule of its own.
    const stable = (versions: readonly string[] | null) => versions?.filter((text) => !text.includes('-')) ?? null;
    const otherwise = of('cargo').filter(({ text }) => {
      const reading = readCargo(text);
      return (
        reading !== undefined && JSON.stringify(stable(judge(reading.means))) !== JSON.stringify(stable(judge(text)))
      );
    });
    expect(otherwise).toEqual([]);
  });

  it('every verdict that refuses names a clause that does', () => {
    const semvers = elsewhere.map(({ semver }) => ('semver' in semver ? formatSemVer(semver.semver) : ''));
    for (const { text } of of('semver')) {
      const reading = readNpm(text);
      for (const [at, verdict] of (reading ? judgeByNpm(reading, elsewhere) : []).entries()) {
        if (verdict.kind !== 'refused') continue;
        expect(verdict.by.every((comparator) => readNpm(comparator)?.range.test(semvers[at] ?? '') === false)).toBe(
          true,
        );
      }
    }
  });
});
