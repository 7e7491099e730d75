import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAUSE_OPERATORS, INTENTS } from '@/core/versioning';
import { modelLaws } from '@/figures/frame/model.laws';
import { model } from './model';
import { recordedScenarios, specifierScenario } from './specifier.fixture';
import { LARGEST_LIST, LONGEST_SPECIFIER, type SpecifierEvent, type SpecifierState, TAPS } from './state';

const scenario = specifierScenario('urllib3');
const scene = model.open(scenario);
const first = model.first(scene);
const reached = (...events: readonly SpecifierEvent[]): SpecifierState =>
  events.reduce((state, event) => model.update(scene, state, event), first);
const typed = (text: string) => reached({ kind: 'specifier-typed', text });
const facts = (state: SpecifierState, names: readonly string[]) => {
  const all = model.facts(scene, state);
  return Object.fromEntries(names.map((name) => [name, all.get(name)]));
};

const text = fc.oneof(
  fc.constantFrom(
    '>=1.26,<2',
    '^1.26',
    '~=2',
    '',
    '2.0.0',
    '>=2.0.0a1',
    '==2.*',
    '!=2.0.0,',
    '>',
    '1 - 2',
    '*',
    'latest',
  ),
  fc.string({ maxLength: 12 }),
);
const events: fc.Arbitrary<SpecifierEvent> = fc.oneof(
  text.map((typing): SpecifierEvent => ({ kind: 'specifier-typed', text: typing })),
  fc.nat(6).map((at): SpecifierEvent => ({ kind: 'try-chosen', at })),
  fc.nat(3).map((at): SpecifierEvent => ({ kind: 'clause-chosen', at })),
  fc.constantFrom(...CLAUSE_OPERATORS).map((operator): SpecifierEvent => ({ kind: 'operator-chosen', operator })),
  fc.constantFrom(1 as const, -1 as const).map((by): SpecifierEvent => ({ kind: 'bound-moved', by })),
  fc.constantFrom<SpecifierEvent>(
    { kind: 'clause-added' },
    { kind: 'clause-dropped' },
    { kind: 'beside-switched' },
    { kind: 'versions-left' },
  ),
  fc
    .constantFrom('if-needed' as const, 'allow' as const, 'refuse' as const)
    .map((policy): SpecifierEvent => ({ kind: 'prereleases-chosen', policy })),
  fc
    .tuple(fc.constantFrom('npm' as const, 'cargo' as const), text)
    .map(([lane, typing]): SpecifierEvent => ({ kind: 'lane-typed', lane, text: typing })),
  fc.constantFrom('npm' as const, 'cargo' as const).map((lane): SpecifierEvent => ({ kind: 'lane-left', lane })),
  fc.constantFrom(...INTENTS).map((intent): SpecifierEvent => ({ kind: 'intent-chosen', intent })),
  fc.constantFrom(...TAPS).map((tap): SpecifierEvent => ({ kind: 'tap-chosen', tap })),
  fc.constantFrom(...scenario.versions).map((version): SpecifierEvent => ({ kind: 'version-tapped', version })),
  fc
    .constantFrom('1.0\n2.0rc1 yanked', 'rubbish', '', '1!0.1, 1.0.post1')
    .map((list): SpecifierEvent => ({ kind: 'versions-typed', text: list })),
);

describe('the specifier explorer keeps what every figure promises:', () => {
  modelLaws(model, scenario, events);
});

describe('what a reader sets', () => {
  it('lights the versions that the specifier admits', () => {
    expect(facts(typed('~=2.5.0'), ['admits', 'count', 'newest', 'problems'])).toEqual({
      admits: ['2.5.0'],
      count: 1,
      newest: '2.5.0',
      problems: [],
    });
  });

  it('keeps the last good set while a text is half typed, and admits nothing to an exercise', () => {
    const state = reached({ kind: 'specifier-typed', text: '>=2.8' }, { kind: 'specifier-typed', text: '>=2.8,<' });
    const picture = model.present(scene, state, { answer: 'shown' });
    expect(picture.status).toEqual({
      kind: 'stale',
      says: ['This isn’t a specifier yet. What is lit is still of ', { code: '>=2.8' }],
    });
    expect(picture.lanes[0]).toMatchObject({ isStale: true, count: '1 of 105' });
    expect(facts(state, ['admits', 'wanted-met', 'problems'])).toEqual({
      admits: [],
      'wanted-met': false,
      problems: ['specifier/version'],
    });
  });

  it('gets, for a caret, whose notation it is and what to write, by a button', () => {
    const state = typed('^1.26');
    const [lane] = model.present(scene, state, { answer: 'shown' }).lanes;
    expect(lane?.problems).toEqual([
      {
        before: '',
        wrong: '^1.26',
        after: '',
        message: 'The caret is npm’s and Poetry’s notation. A specifier says >=1.26,<2.',
      },
    ]);
    expect(lane?.offer).toEqual({ label: 'Write >=1.26,<2', event: { kind: 'specifier-set', text: '>=1.26,<2' } });
  });

  it('moves a bound along the list, from where it stands', () => {
    const state = reached(
      { kind: 'specifier-typed', text: '>=1.26.19,<2' },
      { kind: 'bound-moved', by: 1 },
      { kind: 'bound-moved', by: 1 },
    );
    expect(state.specifier.text).toBe('>=2.0.0a1,<2');
    const moved = (text: string, by: 1 | -1) =>
      reached({ kind: 'specifier-typed', text }, { kind: 'bound-moved', by }).specifier.text;
    expect(moved('<2', 1)).toBe('<2.0.1');
    expect(moved('<2', -1)).toBe('<2.0.0a4');
    expect(moved('==2.0.*', 1)).toBe('==2.1.*');
    expect(moved('==2.0.*', -1)).toBe('==1.26.*');
    expect(moved('===2.0.0', 1)).toBe('===2.0.0');
    expect(reached({ kind: 'specifier-typed', text: '>=3' }, { kind: 'bound-moved', by: 1 }).specifier.text).toBe(
      '>=3',
    );
  });

  it('sets a bound by a tap, leaves a version out, and takes it in again', () => {
    const from = reached({ kind: 'tap-chosen', tap: 'from' }, { kind: 'version-tapped', version: '2.0.2' });
    expect(from.specifier.text).toBe('>=2.0.2,<2');
    const below = reached({ kind: 'tap-chosen', tap: 'below' }, { kind: 'version-tapped', version: '2.1.0' });
    expect(below.specifier.text).toBe('>=1.26,<2.1.0');
    const tap: SpecifierEvent = { kind: 'version-tapped', version: '1.26.3' };
    expect(reached({ kind: 'tap-chosen', tap: 'not' }, tap).specifier.text).toBe('>=1.26,<2,!=1.26.3');
    expect(reached({ kind: 'tap-chosen', tap: 'not' }, tap, tap).specifier.text).toBe('>=1.26,<2');
  });

  it('says one intent in all three notations', () => {
    const state = reached({ kind: 'intent-chosen', intent: 'compatible' });
    expect(facts(state, ['specifier', 'npm-range', 'cargo-requirement', 'differs'])).toEqual({
      specifier: '>=2.5.0,<3',
      'npm-range': '^2.5.0',
      'cargo-requirement': '2.5.0',
      differs: [],
    });
  });

  it('is told what of a wanted set is too much and what is missing, and that it is met', () => {
    const wants = (...events: readonly SpecifierEvent[]) =>
      reached(
        { kind: 'tap-chosen', tap: 'want' },
        { kind: 'version-tapped', version: '2.7.0' },
        { kind: 'version-tapped', version: '2.6.3' },
        ...events,
      );
    const names = ['wanted', 'wanted-met', 'too-much', 'too-little'];
    expect(facts(wants({ kind: 'specifier-typed', text: '>=2.7' }), names)).toEqual({
      wanted: ['2.6.3', '2.7.0'],
      'wanted-met': false,
      'too-much': ['2.8.0'],
      'too-little': ['2.6.3'],
    });
    const met = wants({ kind: 'specifier-typed', text: '>=2.6.3,<2.8' });
    expect(facts(met, ['wanted-met', 'too-much', 'too-little'])).toEqual({
      'wanted-met': true,
      'too-much': [],
      'too-little': [],
    });
    expect(model.present(scene, met, { answer: 'shown' }).status.kind).toBe('done');
    expect(model.present(scene, met, { answer: 'hidden' }).status.kind).toBe('ready');
  });

  it('refuses a huge paste with a sentence and keeps what was there', () => {
    const state = typed('>=1,'.repeat(1000));
    expect(state.specifier.text).toBe('>=1.26,<2');
    expect(model.present(scene, state, { answer: 'shown' }).status).toEqual({
      kind: 'too-large',
      says: [`A text of 4,000 characters was not taken: ${LONGEST_SPECIFIER.toLocaleString('en')} are the most.`],
    });
    const list = reached({ kind: 'versions-typed', text: '1.0\n'.repeat(LARGEST_LIST) });
    expect(model.present(scene, list, { answer: 'shown' }).status.kind).toBe('too-large');
    expect(facts(typed('>=1,'.repeat(400)), ['problems'])).toEqual({ problems: ['specifier/too-many'] });
  });

  it('gives nothing away while the answer is hidden', () => {
    const state = reached({ kind: 'beside-switched' }, { kind: 'version-tapped', version: '2.0.0' });
    const picture = model.present(scene, state, { answer: 'hidden' });
    const boxes = picture.line.rows.flatMap((row) => row.boxes);
    expect(new Set(boxes.map(({ standing }) => standing))).toEqual(new Set(['ahead']));
    expect(picture.lanes.flatMap((lane) => lane.strip).every(({ standing }) => standing === 'ahead')).toBe(true);
    expect(picture.why).toBeUndefined();
    expect(picture.differs).toEqual([]);
    expect(JSON.stringify(picture.happened)).not.toMatch(/admits \d/);
  });
});

describe('the scenarios', () => {
  it.each(recordedScenarios().map((one) => [one.id, one] as const))('%s shows what packaging admits', (_, one) => {
    const opened = model.open(one);
    one.expects.forEach(({ admits }, at) => {
      const state = model.update(opened, model.first(opened), { kind: 'try-chosen', at });
      expect(model.facts(opened, state).get('admits')).toEqual(admits);
    });
  });
});
