import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@/core/exercise';
import { type AnyMachineChange, ARCHITECTURES, CPYTHON_VERSIONS, DEVICE_ARCHITECTURES } from '@/core/python';
import { modelLaws } from '@/figures/frame/model.laws';
import { model } from './model';
import { LARGEST_LIST, LONGEST_NAME, LONGEST_SOUGHT, type WheelEvent } from './state';
import { wheelScenario, wheelScenarios } from './wheel.fixture';

const pyerfa = wheelScenario('pyerfa');
const scene = model.open(pyerfa);
const first = model.first(scene);

const change: fc.Arbitrary<AnyMachineChange> = fc.oneof(
  fc.constantFrom(...CPYTHON_VERSIONS).map((python): AnyMachineChange => ({ kind: 'python', python })),
  fc
    .constantFrom('cpython', 'free-threaded', 'pypy', 'debug', 'graalpy')
    .map((build): AnyMachineChange => ({ kind: 'build', build })),
  fc
    .constantFrom('glibc', 'musl', 'macos', 'windows', 'ios', 'android', 'pyodide', 'freebsd')
    .map((system): AnyMachineChange => ({ kind: 'system', system })),
  fc
    .constantFrom(...Object.values(ARCHITECTURES).flat(), ...Object.values(DEVICE_ARCHITECTURES).flat())
    .map((arch): AnyMachineChange => ({ kind: 'arch', arch })),
  fc.constantFrom('iphoneos', 'iphonesimulator').map((sdk): AnyMachineChange => ({ kind: 'sdk', sdk })),
  fc.constantFrom(1 as const, -1 as const).map((by): AnyMachineChange => ({ kind: 'version', by })),
);
const name = fc.oneof(
  fc.constantFrom(...pyerfa.release.files.map(({ filename }) => filename)),
  fc.constantFrom(
    'six-1.16.0',
    'six-1.16.0-py3-none-any.whl',
    'six-one-py3-none-any.whl',
    '',
    'x'.repeat(LONGEST_NAME + 1),
  ),
  fc.string(),
);
const events: fc.Arbitrary<WheelEvent> = fc.oneof(
  fc.constantFrom(...scene.presets, ...scene.more).map(({ id }): WheelEvent => ({ kind: 'preset-chosen', preset: id })),
  fc.constantFrom(...scene.presets).map(({ id }): WheelEvent => ({ kind: 'walked', preset: id })),
  change.map((one): WheelEvent => ({ kind: 'machine-changed', change: one })),
  name.map((text): WheelEvent => ({ kind: 'name-typed', name: text })),
  fc.constantFrom(...pyerfa.release.files).map((file): WheelEvent => ({ kind: 'name-taken', name: file.filename })),
  fc.constant<WheelEvent>({ kind: 'name-left' }),
  fc
    .oneof(
      fc.constantFrom('', scene.text, 'readme.md\nkit-1.0.tar.gz ; python', 'x'.repeat(LARGEST_LIST + 1)),
      fc.string(),
    )
    .map((text): WheelEvent => ({ kind: 'files-typed', text })),
  fc.constant<WheelEvent>({ kind: 'files-left' }),
  fc
    .oneof(fc.constantFrom('abi3', 'py3-none-any', 'win32', 'x'.repeat(LONGEST_SOUGHT + 1)), fc.string())
    .map((text): WheelEvent => ({ kind: 'tag-sought', text })),
  fc.constantFrom('py3-none-any', 'cp313-none-any').map((tag): WheelEvent => ({ kind: 'tag-taken', tag })),
);
const played = (...given: readonly WheelEvent[]) =>
  given.reduce((state, event) => model.update(scene, state, event), first);

describe('laws of the wheel decoder’s model', () => modelLaws(model, pyerfa, events));

describe('laws of the light', () => {
  it('one crate is lit, or none; every crate has a word of at most two short ones, and a reason', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 8 }), fc.constantFrom(...wheelScenarios()), (given, scenario) => {
        const here = model.open(scenario);
        const state = given.reduce((before, event) => model.update(here, before, event), model.first(here));
        const { shown, groups, sources } = model.present(here, state, { answer: 'shown' }).crates;
        const all = [...shown, ...groups.flatMap(({ crates }) => crates), ...sources];
        expect(all.filter(({ status }) => status === 'chosen').length).toBeLessThanOrEqual(1);
        for (const { word, why } of all) {
          expect(word.split(' ').length, word).toBeLessThanOrEqual(2);
          expect(why).toMatch(/\.$/);
        }
        if (state.files === undefined) expect(all.length).toBe(scenario.release.files.length);
      }),
      { numRuns: 60 },
    );
  });

  it('an event never changes the state that it was given, and the same events lead to the same state', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 6 }), (given) => {
        expect(played(...given)).toEqual(played(...given));
        expect(first).toEqual(model.first(scene));
      }),
    );
  });

  it('what changes nothing leads to the very same state', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), events, (given, event) => {
        const once = model.update(scene, played(...given), event);
        if (event.kind === 'machine-changed' || event.kind === 'preset-chosen') return;
        expect(model.update(scene, once, event)).toBe(once);
      }),
    );
  });

  it('two thousand strangers’ states do no harm', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const state = model.read(scene, { ...first.settings, machine: json, name: json, files: json });
        if (state !== undefined) model.facts(scene, state);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('reading a written state', () => {
  const debian = first.settings;
  const BROWSER = { python: '3.14', freeThreaded: false, system: 'pyodide', arch: 'wasm32' } as const;
  const PHONE = {
    python: '3.13',
    freeThreaded: false,
    system: 'ios',
    osVersion: '18.0',
    sdk: 'iphoneos',
    arch: 'arm64',
  } as const;
  it.each([
    [{}, first],
    [{ machine: 'debian-13' }, first],
    [{ machine: { python: '3.13', system: 'linux', libc: 'glibc', libcVersion: '2.41', arch: 'x86_64' } }, first],
    [{ name: 'kit-1.0' }, { ...first, name: 'kit-1.0' }],
    [
      { name: 'kit', good: 'six-1-py3-none-any.whl' },
      { ...first, name: 'kit', good: 'six-1-py3-none-any.whl' },
    ],
    [{ good: 'six-1-py3-none-any.whl' }, first],
    [{ files: ['a-1.tar.gz', ''] }, { ...first, files: 'a-1.tar.gz\n' }],
    [{ machine: 'amiga' }, undefined],
    [{ machine: { ...debian, python: '3.12', freeThreaded: true } }, undefined],
    [{ machine: { ...debian, system: 'windows' } }, undefined],
    [{ machine: { ...debian, debug: true } }, { ...first, settings: { ...debian, debug: true } }],
    [{ machine: { ...debian, debug: 'yes' } }, undefined],
    [
      { machine: { ...debian, implementation: 'graalpy' } },
      { ...first, settings: { ...debian, implementation: 'graalpy' } },
    ],
    [{ machine: { ...debian, implementation: 'graalpy', libc: 'musl', libcVersion: '1.2' } }, undefined],
    [{ machine: 'pyodide' }, { ...first, settings: BROWSER }],
    [{ machine: { ...BROWSER, osVersion: '1.0', libc: 'glibc' } }, { ...first, settings: BROWSER }],
    [{ machine: { ...PHONE, freeThreaded: true } }, { ...first, settings: { ...PHONE, freeThreaded: true } }],
    [{ machine: { ...PHONE, sdk: 'watchos' } }, undefined],
    [{ machine: { ...PHONE, python: '3.12' } }, undefined],
    [{ machine: { ...debian, freeThreaded: 'yes' } }, undefined],
    [{ name: 1 }, undefined],
    [{ name: 'x'.repeat(LONGEST_NAME + 1) }, undefined],
    [{ files: 'a-1.tar.gz' }, undefined],
    [{ files: ['x'.repeat(LARGEST_LIST + 1)] }, undefined],
    [{ refused: { what: 'toString', characters: 1 } }, undefined],
    [{ sought: 'abi3' }, { ...first, sought: 'abi3' }],
    [{ sought: 'x'.repeat(LONGEST_SOUGHT + 1) }, undefined],
    ['debian-13', undefined],
    [null, undefined],
  ] satisfies readonly (readonly [Json, object | undefined])[])('%j', (json, state) => {
    expect(model.read(scene, json)).toEqual(state);
  });

  it('keeps machines that no chip has', () => {
    for (const arch of ARCHITECTURES.linux) {
      const state = model.read(scene, { machine: { ...debian, arch, python: '3.7' } });
      expect(state?.settings.arch).toBe(arch);
    }
  });
});

describe('facts', () => {
  it('say what an exercise may ask of the first state', () => {
    expect(Object.fromEntries(model.facts(scene, first))).toEqual({
      python: 'cp313',
      'python-version': '3.13',
      implementation: 'cp',
      'free-threaded': false,
      debug: false,
      system: 'linux',
      libc: 'glibc',
      'libc-version': '2.41',
      'os-version': '',
      sdk: 'none',
      arch: 'x86_64',
      release: 'pyerfa',
      chosen: 'pyerfa-2.0.1.5-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      'chosen-kind': 'wheel',
      'chosen-tag': 'cp39-abi3-manylinux_2_17_x86_64',
      place: 272,
      tags: 1205,
      fitting: ['pyerfa-2.0.1.5-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl'],
      refused: 9,
      reasons: ['ARM', 'PyPy 3.9', 'Windows', 'macOS', 'musl'],
      'decoded-name': 'pyerfa',
      'decoded-version': '2.0.1.5',
      'decoded-build': '',
      'decoded-pythons': ['cp39'],
      'decoded-abis': ['abi3'],
      'decoded-platforms': ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
      'decoded-problems': [],
      'decoded-fits': true,
      'decoded-expands': 2,
      sought: '',
      'sought-place': 0,
      'sought-tags': 0,
    });
  });

  it('say that the source is left when no wheel fits, and that nothing is when the Python isn’t allowed', () => {
    const kinds = (...given: readonly WheelEvent[]) => {
      const facts = model.facts(scene, played(...given));
      return [facts.get('chosen-kind'), facts.get('chosen-tag'), facts.get('place')];
    };
    expect(kinds({ kind: 'machine-changed', change: { kind: 'build', build: 'free-threaded' } })).toEqual([
      'sdist',
      '',
      0,
    ]);
    expect(kinds({ kind: 'machine-changed', change: { kind: 'python', python: '3.8' } })).toEqual(['none', '', 0]);
  });

  it('tell what is wrong with a name', () => {
    const facts = model.facts(scene, played({ kind: 'name-typed', name: 'kit-one-py3-none-any.whl' }));
    expect(['name', 'version', 'problems', 'fits', 'expands'].map((key) => facts.get(`decoded-${key}`))).toEqual([
      'kit',
      'one',
      ['wheel-name/version'],
      false,
      0,
    ]);
  });
});

describe('the still', () => {
  const groups = (id: string) => {
    const here = model.open(wheelScenario(id));
    return model.poster(model.present(here, model.first(here), { answer: 'shown' })).groups;
  };

  it('has a row for every file, the lit one first, the source apart', () => {
    expect(groups('numpy').map(({ label, rows }) => [label, rows.length, rows[0]?.mark])).toEqual([
      ['Wheels of numpy 2.5.5', 65, 'chosen'],
      ['Source distribution', 1, 'passed'],
    ]);
  });

  it('says of a source that is taken what it needs', () => {
    expect(groups('uwsgi')).toEqual([
      {
        label: 'Source distribution',
        rows: [{ mark: 'chosen', name: 'uwsgi-2.0.31.tar.gz', word: 'chosen, needs a C compiler' }],
      },
    ]);
  });
});
