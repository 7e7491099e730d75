// What hatchling, setuptools and uv_build made of small projects, or how they refused them, beside what we plan (`npm run record:builds`).
// Where we differ is listed in differences.ts, each with its reason; what is listed there and doesn’t differ any more fails here.
import { readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { formatRequirement, formatSpecifierSet, formatVersion, type Metadata, parseMetadata } from '@/core/python';
import { BUILD_DIFFERENCES } from './differences';
import type { DistributionKind, DistributionPlan } from './distribution-plan';
import { planDistribution } from './plan-distribution';
import { type RecordedBuild, type RecordedCase, readRecordedBuilds, sourceTree } from './recorded-builds.fixture';

const recording = (name: string): string => readFileSync(`${import.meta.dirname}/recorded/${name}`, 'utf8');
const { cases, tree } = readRecordedBuilds(recording('trees.json'), recording('builds.jsonl'));

const KINDS: readonly DistributionKind[] = ['wheel', 'sdist', 'editable'];

/** What two builds are compared by: a name for each thing, and the thing. */
type Facts = ReadonlyMap<string, string>;

/** Written anew by each of us, field by field in another order: its fields are those of PKG-INFO, which are compared. */
const isCopyOfMetadata = (path: string): boolean => path.endsWith('.egg-info/PKG-INFO');

const shortDigest = (content: Uint8Array): string => bytesToHex(sha256(content)).slice(0, 16);

function factsOfPlan(plan: DistributionPlan, warnings: readonly string[]): Facts {
  const stem =
    plan.kind === 'sdist' ? plan.filename.slice(0, -'.tar.gz'.length) : plan.filename.split('-').slice(0, 2).join('-');
  const info = plan.kind === 'sdist' ? `${stem}/` : `${stem}.dist-info/`;
  const text = (name: string): string | undefined => {
    const file = plan.files.find(({ path }) => path === `${info}${name}`);
    return file && new TextDecoder().decode(file.content);
  };
  const facts = new Map([['file name', plan.filename]]);
  for (const { path, content, isExecutable } of plan.files) {
    const digest = `${shortDigest(content)}${isExecutable ? ' may be run' : ''}`;
    const name = path.startsWith(info) ? path.slice(info.length) : path;
    if (plan.kind === 'sdist') {
      if (name !== 'PKG-INFO') facts.set(name, isCopyOfMetadata(name) ? '' : digest);
    } else if (!path.startsWith(info)) facts.set(name, digest);
    else if (!['METADATA', 'WHEEL', 'RECORD', 'entry_points.txt'].includes(name))
      facts.set(`.dist-info/${name}`, digest);
  }
  if (plan.kind !== 'sdist') {
    facts.set(
      'tags',
      (plan.tag ?? '').replace(/^([\w.]+)-(.*)$/, (_, pythons: string, rest: string) =>
        pythons
          .split('.')
          .map((python) => `${python}-${rest}`)
          .join(' '),
      ),
    );
    facts.set('entry points', (text('entry_points.txt') ?? '').trim());
  }
  if (plan.kind === 'wheel') facts.set('installs', installs(plan, stem).join(' '));
  addMetadata(facts, text(plan.kind === 'sdist' ? 'PKG-INFO' : 'METADATA') ?? '');
  facts.set('warnings', warnings.join('\n'));
  return facts;
}

/** Where pip puts a wheel’s files: the binary distribution format specification, “Installing a wheel”. */
function installs(plan: DistributionPlan, stem: string): readonly string[] {
  const files = plan.files.map(({ path }) => {
    const data = `${stem}.data/`;
    if (!path.startsWith(data)) return `site-packages/${path}`;
    return path
      .slice(data.length)
      .replace(/^data\//, '')
      .replace(/^scripts\//, 'bin/')
      .replace(/^(?:purelib|platlib)\//, 'site-packages/');
  });
  const commands = plan.entryPoints
    .filter(({ group }) => group === 'console_scripts' || group === 'gui_scripts')
    .map(({ name }) => `bin/${name}`);
  return [...files, ...commands].toSorted();
}

function addMetadata(facts: Map<string, string>, text: string): void {
  const parsed = parseMetadata(text);
  if (parsed.value === undefined) {
    facts.set('metadata', text);
    return;
  }
  const { version, requiresDist, requiresPython, licenseExpression, ...rest }: Metadata = parsed.value;
  const plain = {
    ...rest,
    version: formatVersion(version),
    requiresDist: requiresDist.map(formatRequirement),
    requiresPython: requiresPython && formatSpecifierSet(requiresPython),
    licenseExpression: licenseExpression?.normalized,
  };
  for (const [field, value] of Object.entries(plain)) facts.set(`metadata ${field}`, JSON.stringify(value ?? null));
}

function factsOfRecorded(kind: DistributionKind, build: RecordedBuild): Facts {
  const facts = new Map([['file name', build.file]]);
  for (const [path, digest] of Object.entries(build.entries)) {
    const [hash = '', mode = '644'] = digest.split(' ');
    const mayBeRun = (Number.parseInt(mode, 8) & 0o100) !== 0;
    if (!path.endsWith('/')) facts.set(path, isCopyOfMetadata(path) ? '' : `${hash}${mayBeRun ? ' may be run' : ''}`);
  }
  for (const [name, digest] of Object.entries(build.beside ?? {})) {
    if (!name.endsWith('/')) facts.set(`.dist-info/${name}`, digest);
  }
  if (kind !== 'sdist') {
    facts.set('tags', (build.tags ?? []).join(' '));
    facts.set('entry points', (build.entryPoints ?? '').trim());
  }
  if (Array.isArray(build.installs)) facts.set('installs', build.installs.join(' '));
  addMetadata(facts, build.metadata);
  facts.set('warnings', (build.warnings ?? []).join('\n'));
  return facts;
}

/** Whether a line is ours. Where ours ends with a colon, theirs goes on with the words of a parser. */
function isSaid(line: string, ours: string | undefined): boolean {
  if (ours === undefined) return false;
  return line === ours.trim() || (ours.endsWith(':') && line.startsWith(ours));
}

/** What differs between a recorded build and ours, by name: nothing, if it is as it should be. */
function differing(recorded: RecordedCase, kind: DistributionKind): ReadonlyMap<string, string> {
  const theirs = recorded[kind];
  // Recorded without a frontend: build is the one that leaves all of [project] to the backend.
  const planned = planDistribution(sourceTree(tree(recorded.tree), recorded.backend), kind, '/project', 'build');
  if (theirs.refuses !== undefined) {
    const { raises, says } = theirs.refuses;
    const shown = raises === undefined || raises === 'SystemExit' ? says : `${raises}: ${says}`;
    if (planned.kind === 'planned') return new Map([['refusal', `theirs: ${shown}`]]);
    const told = shown.split('\n').map((line) => line.trim());
    const errors = planned.problems.filter(({ weight }) => weight === 'error');
    const isSame =
      errors.length > 0 &&
      errors.every(({ stage, toolSays }) => stage === 'build' && told.some((line) => isSaid(line, toolSays)));
    return isSame
      ? new Map()
      : new Map([
          [
            'refusal',
            `theirs: ${shown}\nours: ${errors.map(({ code, toolSays, message }) => `${code}: ${toolSays ?? message}`).join('\n')}`,
          ],
        ]);
  }
  if (planned.kind === 'failed') {
    return new Map([
      ['refusal', `ours: ${planned.problems.map(({ code, message }) => `${code}: ${message}`).join('\n')}`],
    ]);
  }
  const warnings = planned.warnings.flatMap(({ toolSays }) => (toolSays === undefined ? [] : [toolSays]));
  const ours = factsOfPlan(planned.plan, warnings);
  const expected = factsOfRecorded(kind, theirs);
  const names = new Set([...expected.keys(), ...ours.keys()]);
  // Whether pip takes it is looked at apart: see “a wheel that pip refuses”.
  if (kind === 'wheel' && !expected.has('installs')) names.delete('installs');
  return new Map(
    [...names]
      .filter((name) => ours.get(name) !== expected.get(name))
      .map((name) => [name, `theirs: ${expected.get(name) ?? 'not there'}\nours: ${ours.get(name) ?? 'not there'}`]),
  );
}

const found = cases.flatMap((recorded) =>
  KINDS.flatMap((kind) =>
    [...differing(recorded, kind)].map(([what, both]) => ({
      name: `${recorded.backend} ${recorded.tree} ${kind}: ${what}`,
      both,
    })),
  ),
);
const listed = BUILD_DIFFERENCES.flatMap(({ backend, builds }) => builds.map((build) => `${backend} ${build}`));

describe('a recorded build', () => {
  it('is one of at least 600, by three backends', () => {
    const backends = new Set(cases.map(({ backend }) => backend));
    expect([cases.length * KINDS.length >= 600, [...backends]]).toEqual([
      true,
      ['hatchling', 'setuptools', 'uv_build'],
    ]);
  });

  it('is planned file by file and field by field as the backend built it, or refused in its words', () => {
    const unlisted = found.filter(({ name }) => !listed.includes(name));
    expect(unlisted.map(({ name, both }) => `${name}\n${both}`)).toEqual([]);
  });
});

describe('a wheel that pip refuses', () => {
  it('has a command that names nothing', () => {
    const refused = cases.filter(({ wheel }) => wheel.installs !== undefined && 'refuses' in wheel.installs);
    expect(refused.map((recorded) => `${recorded.backend} ${recorded.tree}`)).toEqual([
      'hatchling entry-point-invalid',
      'uv_build entry-point-invalid',
    ]);
  });
});

describe('a listed difference', () => {
  it('is one that there is', () => {
    const names = new Set(found.map(({ name }) => name));
    expect(listed.filter((name) => !names.has(name))).toEqual([]);
  });

  it('is listed once', () => {
    expect(listed.length).toBe(new Set(listed).size);
  });
});
