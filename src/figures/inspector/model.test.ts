import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLaws } from '@/figures/frame/model.laws';
import { recorded, scenario } from './inspector.fixture';
import { keepReport } from './kept';
import { inspectorLibrary } from './library';
import { model } from './model';
import { type InspectorEvent, LENSES, type OwnFile } from './state';

const tampered = scenario('tampered');
const paths = tampered.report.tree.map(({ path }) => path);
const here: OwnFile = { name: 'kit-1.0-py3-none-any.whl', size: 12, sha256: 'a'.repeat(64) };
const gone: OwnFile = { name: "it's $(a).whl", size: 3, sha256: 'b'.repeat(64) };
keepReport({ ...scenario('commands-and-data').report, name: here.name, sha256: here.sha256 });

const path = fc.oneof(fc.constantFrom(...paths), fc.string());
const events: fc.Arbitrary<InspectorEvent> = fc.oneof(
  fc.constantFrom(...LENSES).map((lens): InspectorEvent => ({ kind: 'lens-chosen', lens })),
  fc.constantFrom(...LENSES).map((lens): InspectorEvent => ({ kind: 'walked', lens })),
  path.map((one): InspectorEvent => ({ kind: 'opened', path: one })),
  fc.tuple(path, fc.boolean()).map(([one, isMarked]): InspectorEvent => ({ kind: 'marked', path: one, isMarked })),
  fc.constantFrom(here, gone).map((file): InspectorEvent => ({ kind: 'own-came', file })),
  fc.constantFrom(here, gone).map((file): InspectorEvent => ({ kind: 'beside-came', file })),
  fc.constantFrom('greeting', 'nothing', undefined).map((id): InspectorEvent => ({ kind: 'beside-chosen', id })),
  fc.constant<InspectorEvent>({ kind: 'own-left' }),
);

const play = (id: string, ...given: readonly InspectorEvent[]) => {
  const scene = model.open(scenario(id));
  const state = given.reduce((before, event) => model.update(scene, before, event), model.first(scene));
  return { scene, state, picture: model.present(scene, state, { answer: 'shown' }), facts: model.facts(scene, state) };
};
const seen = (lens: (typeof LENSES)[number]): InspectorEvent => ({ kind: 'lens-chosen', lens });

describe('laws of the inspector’s model', () => modelLaws(model, tampered, events));

describe('the library', () => {
  it.each(recorded)('$id has the facts that it expects', ({ id, expects }) => {
    const { facts } = play(id);
    expect(Object.fromEntries(Object.keys(expects).map((name) => [name, facts.get(name)]))).toEqual(expects);
  });

  it('is made of files that each weigh at most eight kilobytes, as data at most nine', () => {
    const heavy = recorded.filter(({ base64 }) => (base64.length * 3) / 4 > 8192);
    expect(heavy.map(({ id }) => id)).toEqual([]);
    const long = inspectorLibrary.scenarios.filter(({ data }) => JSON.stringify(data).length > 9000);
    expect(long.map(({ id }) => id)).toEqual([]);
  });
});

describe('the sentence on top', () => {
  const sentence = (id: string) => play(id).picture.verdict;

  it('counts the files and the commands, and says what runs at install', () => {
    expect(sentence('greeting')).toEqual({
      mark: 'well',
      says: '6 files, all as RECORD says; one command; runs nothing at install.',
    });
    expect(sentence('greeting-sdist')).toEqual({
      mark: 'well',
      says: '6 files, the source: hatchling.build builds a wheel from them and needs hatchling for it. That is code, and it runs at install.',
    });
  });

  it('begins with what is dangerous', () => {
    expect(sentence('tampered')?.says).toMatch(
      /^6 files, one row not as RECORD says; .* greeting\/__init__\.py isn’t what/,
    );
    expect(sentence('path-file')).toMatchObject({ mark: 'danger' });
    expect(sentence('renamed')).toMatchObject({ mark: 'wrong' });
  });
});

describe('what is seen', () => {
  it('has a row of RECORD for each file, and says of the changed one how', () => {
    const rows = play('tampered', seen('record')).picture.groups.flatMap((group) => group.rows ?? []);
    expect(rows.filter(({ mark }) => mark !== 'well')).toEqual([
      {
        mark: 'danger',
        name: 'greeting/__init__.py',
        word: 'isn’t what RECORD says: another hash',
        says: expect.stringMatching(
          /^sha256=.{8}… in RECORD, sha256=.{8}… in the file; 81 bytes in RECORD, 125 in the file\.$/,
        ),
        event: { kind: 'opened', path: 'greeting/__init__.py' },
        isOpen: false,
      },
      expect.objectContaining({ mark: 'plain', name: 'greeting-0.1.0.dist-info/RECORD' }),
    ]);
  });

  it('tells where data and scripts go, and which commands an installer makes', () => {
    const groups = play('commands-and-data', seen('places')).picture.groups;
    expect(groups.map(({ title, rows = [] }) => [title, rows.map(({ name }) => name)])).toEqual(
      [
        ['To the environment’s own folder', ['share/man/man1/teapot.1']],
        ['To bin, or Scripts on Windows', ['teapot-clean', 'teapot', 'teapot-window']],
        ['To site-packages', expect.arrayContaining(['teapot/__init__.py', 'teapot-2.1.0.dist-info/INSTALLER'])],
      ].toSorted((left, right) => order(groups, left) - order(groups, right)),
    );
  });

  it('compares two releases: what came, what changed, and which fields of the metadata', () => {
    const { facts, picture } = play('greeting', seen('compared'));
    expect(facts.get('added')).toEqual(['greeting/languages.py']);
    expect(facts.get('removed')).toEqual([]);
    expect(facts.get('changed')).toContain('greeting/__init__.py');
    expect(facts.get('fields')).toEqual(expect.arrayContaining(['version', 'requires-dist', 'provides-extra']));
    expect(picture.happened.join('')).toMatch(/^Beside greeting-0\.2\.0-py3-none-any\.whl: 1 only there, /);
  });

  it('has the codes of check-wheel-contents and the verdict of twine', () => {
    const groups = play('tests-packed', seen('checks')).picture.groups;
    const rows = groups.map(({ rows = [] }) => rows.map(({ name }) => name));
    expect(rows).toEqual([['the file'], ['W005', 'W009'], ['PASSED']]);
  });

  it('gives no hash, no finding and no verdict away while the answer is covered', () => {
    const { scene, state } = play('tampered', seen('record'), { kind: 'opened', path: 'greeting/__init__.py' });
    for (const lens of LENSES) {
      const picture = model.present(scene, { ...state, lens }, { answer: 'hidden' });
      expect(JSON.stringify(picture)).not.toMatch(/danger|isn’t what|another hash|W0|PASSED/);
    }
  });
});

describe('a mark', () => {
  it('is an answer that an exercise can ask for, and can be taken back', () => {
    const mark = { kind: 'marked', path: 'greeting/__init__.py', isMarked: true } as const;
    expect(play('tampered', mark).facts.get('marked')).toEqual(['greeting/__init__.py']);
    expect(play('tampered', mark, { ...mark, isMarked: false }).facts.get('marked')).toEqual([]);
  });
});

describe('a file of the reader’s own', () => {
  it('is seen as the library’s was, without its marks', () => {
    const { state, picture } = play('tampered', seen('places'), { kind: 'own-came', file: here });
    expect(state).toMatchObject({ own: here, lens: 'places', marked: [], beside: { kind: 'none' } });
    expect(picture.file).toMatchObject({ name: here.name, isOwn: true });
  });

  it('isn’t in a link: who opens that is told so, and finds the rest when the file comes', () => {
    const { scene, state, picture } = play('greeting', { kind: 'own-came', file: gone }, seen('checks'));
    expect(picture.status.kind).toBe('empty');
    expect(picture.tree).toEqual([]);
    expect(JSON.stringify(model.write(state)).length).toBeLessThan(200);
    expect(model.update(scene, state, { kind: 'own-came', file: gone })).toEqual(state);
  });
});

/** Schemes stand in the order in which the files have them. */
function order(groups: readonly { readonly title: string }[], [title]: readonly unknown[]): number {
  return groups.findIndex((group) => group.title === title);
}
