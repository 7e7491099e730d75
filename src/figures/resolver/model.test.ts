import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelLaws } from '@/figures/frame/model.laws';
import { about } from './about';
import { draggedTo } from './dragged';
import type { Crate } from './elsewhere';
import { model } from './model';
import { resolverScenario, THRICE_TORN } from './resolver.fixture';
import { BAYS, type BayName, LARGEST_TEXT, LENSES, type ResolverEvent, type ResolverState, STRATEGIES } from './state';
import { stillModel } from './still-model';
import type { TextSetting } from './text-setting';

const pair = resolverScenario('back-shared-library');
const pinned = resolverScenario('back-shared-library-pinned');
const scene = model.open(pair);
const first = model.first(scene);

const texts = fc.oneof(
  fc.constantFrom(
    pair.text,
    pinned.text,
    '',
    '[root]',
    '[root]\nrequires = []',
    '[root]\nrequires = ["a >"]',
    'x'.repeat(LARGEST_TEXT + 1),
  ),
  fc.string(),
);
const bounds = fc.constantFrom('1.0.0', '1.4.0', '2.0.0', '3');
const events: fc.Arbitrary<ResolverEvent> = fc.oneof(
  fc.constantFrom(...LENSES).map((lens): ResolverEvent => ({ kind: 'lens-chosen', lens })),
  fc.constantFrom('shop', 'shared', 'nobody').map((project): ResolverEvent => ({ kind: 'project-chosen', project })),
  texts.map((text): ResolverEvent => ({ kind: 'text-typed', text })),
  fc.constant<ResolverEvent>({ kind: 'text-left' }),
  fc.nat(40).map((to): ResolverEvent => ({ kind: 'walked', to })),
  fc.nat(40).map((to): ResolverEvent => ({ kind: 'scrubbed', to })),
  fc.constantFrom(...STRATEGIES).map((strategy): ResolverEvent => ({ kind: 'strategy-chosen', strategy })),
  fc.nat(2).map((fork): ResolverEvent => ({ kind: 'fork-chosen', fork })),
  fc.constantFrom(...BAYS).map((bay): ResolverEvent => ({ kind: 'bay-lifted', bay })),
  fc.tuple(fc.nat(2), fc.nat(2), bounds).map(
    ([place, clause, version]): ResolverEvent => ({
      kind: 'bound-moved',
      by: { kind: 'root', place },
      clause,
      version,
    }),
  ),
  fc
    .tuple(fc.nat(2), fc.option(fc.constantFrom('shop', 'stock>=1', 'no requirement >')))
    .map(([place, to]): ResolverEvent => ({ kind: 'way-taken', changes: [{ place, to: to ?? undefined }] })),
  fc.constantFrom('shared<2', 'nobody', '>').map((text): ResolverEvent => ({ kind: 'requirement-put', text })),
  fc
    .array(fc.constantFrom('shop', 'stock<2', 'x y'), { maxLength: 4 })
    .map((taken): ResolverEvent => ({ kind: 'requirements-taken', texts: taken })),
  fc
    .constantFrom(
      ['resolution', 'lowest'],
      ['prereleases', 'allow'],
      ['python', '3.9'],
      ['platform', 'windows'],
      ['platform', ''],
      ['environments', 'true'],
      ['environments', 'maybe'],
    )
    .map(([setting, value]) => ({ kind: 'setting-chosen', setting, value }) as ResolverEvent),
  fc
    .constantFrom<TextSetting>(
      { kind: 'key', table: 'root', key: 'requires_python', value: '>=3.9' },
      { kind: 'item-in', table: 'shipshape', key: 'overrides', item: 'shared<2' },
      { kind: 'item-out', table: 'shipshape', key: 'overrides', place: 0 },
    )
    .map((change): ResolverEvent => ({ kind: 'setting-written', change })),
);
const shown = (state: ResolverState, of = scene) => model.present(of, state, { answer: 'shown' });
const played = (...given: readonly ResolverEvent[]) =>
  given.reduce((state, event) => model.update(scene, state, event), first);
const said = (state: ResolverState, of = scene) =>
  shown(state, of)
    .happened.map((part) => (typeof part === 'string' ? part : part.code))
    .join('');

describe('laws of the resolver playground’s model', () => modelLaws(model, pair, events));
describe('laws of its model before the core is loaded', () => modelLaws(stillModel, pair, events));

describe('the first state', () => {
  it('is drawn without the core as with it', () => {
    const answers = ['shown', 'hidden'] as const;
    for (const answer of answers) {
      // The settings are drawn when they are opened.
      const whole = { ...model.present(scene, first, { answer }), tuning: undefined };
      expect(stillModel.present(scene, first, { answer })).toEqual(whole);
    }
    expect(stillModel.facts(scene, first)).toEqual(model.facts(scene, first));
    expect(stillModel.realCheck(scene, first)).toEqual(model.realCheck(scene, first));
  });

  it('of another state shows the first picture as one that waits', () => {
    const { status, verdict } = stillModel.present(scene, played({ kind: 'text-typed', text: '' }), {
      answer: 'shown',
    });
    expect([status.kind, verdict]).toEqual(['loading', shown(first).verdict]);
  });
});

/** Scenarios without an answer: a kind of way out each. */
const TORN = [
  'back-shared-library-pinned',
  'constraint-conflict',
  'fork-in-beside-equal',
  'fork-required-none-fits',
  'fork-requires-python-too-low',
  'newer-leaves-yanked',
  'override-to-unavailable',
  'pre-disallow-pinned',
  'python-pinned-too-new',
  'wheel-neither',
];
/** What stands on their buttons, where a setting is changed. */
const SETTINGS = [
  'Override what releases say of shared with shared>=1,<2, at your own risk',
  'Leave out the constraint a<2',
  "Do without sys_platform == 'win32'",
  'Write requires-python = ">=3.12" instead of >=3.10',
  'Look at uploads through 2024-09-01',
  'Require the yanked a==1.0.0',
  'Leave out the override b>=9',
  'Let pre-releases in',
  'Take Python 3.10 instead of 3.9.0',
  'Let a be built from its sdist',
  'Let wheels of a in',
];

describe('the ranges', () => {
  it('begin with the project that most is asked of, its overlap lit and a release chosen', () => {
    const { ranges } = shown(first);
    expect(ranges?.project).toBe('shared');
    expect(ranges?.columns.map(({ first: version, status }) => [version, status])).toEqual([
      ['1.0.0', 'overlap'],
      ['1.4.0', 'chosen'],
      ['2.0.0', 'outside'],
    ]);
    expect(ranges?.bars.map(({ who, asks, standing, word }) => [who, asks, standing, word])).toEqual([
      ['shop 1.0.0', '>=1,<2', 'holds', ''],
      ['stock 1.1.0', '>=1,<2', 'holds', ''],
      ['shop 1.1.0', '>=2,<3', 'passed', 'passed over'],
    ]);
    expect(said(first)).toBe(
      'shared 1.4.0 is in the ranges that shop 1.0.0 and stock 1.1.0 ask for. Shop 1.1.0 was passed over: it asks for >=2,<3.',
    );
  });

  it('keep the bars at fault lit when the overlap is gone, and say who wants what in one sentence', () => {
    const torn = model.open(pinned);
    const { ranges, exits, why } = shown(model.first(torn), torn);
    expect(ranges?.bars.map(({ who, standing }) => [who, standing])).toEqual([
      ['shop 1.1.0', 'fault'],
      ['every stock', 'fault'],
    ]);
    expect(said(model.first(torn), torn)).toBe(
      'No release of shared is in all ranges: shop 1.1.0 asks for >=2,<3 and every stock asks for >=1,<2.',
    );
    expect(exits.first.map(({ label, gives }) => [label, gives])).toEqual([
      ['Write shop>=1.0.0 instead of shop==1.1.0', ['shop 1.0.0', 'shared 1.4.0', 'stock 1.1.0']],
      ['Leave out stock', ['shared 2.0.0', 'shop 1.1.0']],
      [
        'Override what releases say of shared with shared>=1,<2, at your own risk',
        ['shared 1.4.0', 'shop 1.1.0', 'stock 1.1.0'],
      ],
    ]);
    expect(why.length).toBeGreaterThan(0);
  });

  it('lead out by every way that is offered: what it gives is the answer then', () => {
    const written = new Set<string>();
    for (const id of TORN) {
      const torn = model.open(resolverScenario(id));
      const { exits } = shown(model.first(torn), torn);
      for (const { label, event, gives, more } of [...exits.first, ...exits.others]) {
        const { verdict } = shown(model.update(torn, model.first(torn), event), torn);
        expect([label, ...verdict.pins.map(({ text }) => text)]).toEqual([label, ...[...gives, ...more].sort()]);
        written.add(label);
      }
    }
    expect([...written]).toEqual(expect.arrayContaining(SETTINGS));
  });

  it('fold the ways out that cost most where there are many, and say that there may be more', () => {
    const { exits } = shown(played({ kind: 'text-typed', text: THRICE_TORN }));
    expect([exits.first.length, exits.others.length]).toEqual([4, 2]);
    expect(exits.limit).toBe('There are more: the search for ways out ends at six.');
  });

  it('say what a setting risks before it is changed', () => {
    const torn = model.open(resolverScenario('constraint-conflict'));
    const { exits } = shown(model.first(torn), torn);
    expect(exits.first.map(({ label, risk }) => [label, risk])).toEqual([
      ['Write a>=1.0.0 instead of a>=2', ''],
      ['Leave out the constraint a<2', 'Somebody had a reason for it.'],
    ]);
  });

  it('rewrite the bound alone when it is moved, and stay at the project', () => {
    const more = shown(first).ranges?.bars[0]?.steppers[0]?.more.event;
    if (more === undefined) throw new Error('The first bound can be moved up.');
    const { text, focus } = played(more);
    expect(text).toBe(pair.text.replace('shared>=1,<2', 'shared>=1.4.0,<2'));
    expect(focus).toBe('shared');
  });
});

describe('the end of a bar', () => {
  it('is dragged to any release and beyond the newest, by every operator', () => {
    const { ranges } = shown(first);
    const [from, below] = ranges?.bars[0]?.steppers ?? [];
    if (ranges === undefined || from === undefined || below === undefined)
      throw new Error('The first bar has two ends.');
    expect([from.grip, below.grip]).toEqual([
      { operator: '>=', at: 0 },
      { operator: '<', at: 2 },
    ]);
    const versions = [0, 1, 2, 3, 4].map((place) => {
      const event = draggedTo(ranges, from, place, 'begins');
      return event?.kind === 'bound-moved' ? event.version : undefined;
    });
    expect(versions).toEqual(['1.0.0', '1.4.0', '2.0.0', '3', undefined]);
    const upTo: typeof below = { ...below, grip: { operator: '<=', at: 2 } };
    expect(draggedTo(ranges, upTo, 1, 'goes on')).toMatchObject({ version: '1.0.0', clause: 1, dragged: 'goes on' });
    expect(draggedTo(ranges, upTo, 0, 'goes on')).toBeUndefined();
  });

  it('stays in view, at fault, where it lets nothing in any more', () => {
    const { ranges } = shown(first);
    const stepper = ranges?.bars[0]?.steppers[0];
    const event = ranges && stepper && draggedTo(ranges, stepper, 2, 'begins');
    if (event === undefined) throw new Error('It can be dragged.');
    const torn = shown(played(event));
    expect(torn.ranges?.bars.map(({ who, asks, standing }) => [who, asks, standing])).toEqual([
      ['shop 1.0.0', '>=2.0.0,<2', 'fault'],
      ['shop 1.1.0', '>=2,<3', 'fault'],
      ['every stock', '>=1,<2', 'fault'],
    ]);
    expect(torn.exits.first.length).toBeGreaterThan(0);
  });
});

describe('the line of releases', () => {
  const lineOf = (count: number, clauses = 'a>=1.50,<1.60') => {
    const releases = Array.from({ length: count }, (_, at) => `[packages.a.versions."1.${at}"]`);
    const state = played({ kind: 'text-typed', text: `[root]\nrequires = ["${clauses}"]\n${releases.join('\n')}\n` });
    return shown(state).ranges;
  };

  it('has a column for each of a few, and of many one for those that nobody tells apart', () => {
    expect(lineOf(24, 'a<1.9')?.columns).toHaveLength(24);
    expect(lineOf(120)?.columns.map(({ first: version, count, status }) => [version, count, status])).toEqual([
      ['1.0', 50, 'outside'],
      ['1.50', 9, 'overlap'],
      ['1.59', 1, 'chosen'],
      ['1.60', 60, 'outside'],
    ]);
  });

  it('has labels that stand apart, the chosen one’s among them', () => {
    const columns = lineOf(24, 'a<1.9')?.columns ?? [];
    const always = columns.flatMap(({ label }, at) => (label === 'always' ? [at] : []));
    expect(always).toContain(columns.findIndex(({ status }) => status === 'chosen'));
    for (const [at, place] of always.entries()) expect(place - (always[at - 1] ?? -6)).toBeGreaterThanOrEqual(6);
  });

  it('says what stands against a release', () => {
    const text = `[root]
requires = ["a"]
[packages.a.versions."1.0"]
[packages.a.versions."1.1"]
yanked = true
[packages.a.versions."2.0rc1"]
`;
    const columns = shown(played({ kind: 'text-typed', text })).ranges?.columns;
    expect(columns?.map(({ note, status }) => [note, status])).toEqual([
      [undefined, 'chosen'],
      ['yanked', 'overlap'],
      ['pre-release', 'overlap'],
    ]);
  });
});

describe('what is asked for, and the settings', () => {
  const textAfter = (...given: readonly ResolverEvent[]) => played(...given).text;

  it('are written where they stand in the text', () => {
    const more = textAfter({ kind: 'requirement-put', text: 'shared<2' });
    expect(more).toBe(pair.text.replace('"stock"]', '"stock", "shared<2"]'));
    const lowest = textAfter({ kind: 'setting-chosen', setting: 'resolution', value: 'lowest' });
    expect(lowest).toBe(pair.text.replace('[packages', '[resolver_options]\nresolution = "lowest"\n\n[packages'));
    const others = textAfter({ kind: 'requirements-taken', texts: ['stock', 'shop<2', 'shared', 'x y'] });
    expect(others).toBe(pair.text.replace('["shop", "stock"]', '["stock", "shop<2", "shared"]'));
  });

  it('stay as they are where nothing would change', () => {
    for (const event of [
      { kind: 'requirement-put', text: 'shared >' },
      { kind: 'setting-chosen', setting: 'platform', value: 'my own' },
      { kind: 'requirements-taken', texts: [] },
    ] as const) {
      expect(played(event)).toBe(first);
    }
  });

  it('are offered with the one that holds chosen, whatever the text says of it', () => {
    const text = pair.text.replace('[packages', '[resolver_options]\npython = "3.7"\n\n[packages');
    const { tuning } = shown(played({ kind: 'text-typed', text }));
    const chosen = tuning?.settings.map(({ setting, choices }) => {
      return [setting, choices.filter((choice) => choice.chosen).map(({ label }) => label)];
    });
    expect(chosen).toEqual([
      ['resolution', ['newest']],
      ['prereleases', ['if nothing else fits']],
      ['python', ['3.7']],
      ['environments', ['this one']],
      ['platform', ['Linux, x86-64']],
    ]);
  });
});

describe('the same question elsewhere', () => {
  const bays = (id: string, lifted: readonly BayName[] = BAYS) => {
    const other = model.open(resolverScenario(id));
    return shown({ ...model.first(other), lens: 'elsewhere', lifted }, other);
  };

  it('is covered until the reader has said what will stand there, and lifted a bay at a time', () => {
    const closed = played({ kind: 'lens-chosen', lens: 'elsewhere' });
    const told = (state: ResolverState) =>
      shown(state).elsewhere?.bays.map(({ name, kind, crates }) => [name, kind, crates.length]);
    expect(told(closed)).toEqual([
      ['Python', 'solved', 3],
      ['npm', 'covered', 0],
      ['Cargo', 'covered', 0],
      ['Go', 'covered', 0],
    ]);
    expect(shown(closed).happened).toEqual(['Say first what npm, Cargo and Go would take of the same question.']);
    const lift = shown(closed).elsewhere?.bays[3]?.lift;
    if (lift === undefined) throw new Error('Go’s bay has a cover.');
    expect(lift.label).toBe('Show what Go takes');
    const open = model.update(scene, closed, lift.event);
    expect(told(open)?.slice(2)).toEqual([
      ['Cargo', 'covered', 0],
      ['Go', 'solved', 3],
    ]);
    expect(shown(open).happened).toEqual(['Python and Go have an answer.']);
    expect(model.update(scene, open, lift.event)).toBe(open);
  });

  it('says to an exercise only what is uncovered', () => {
    const at = (lifted: readonly BayName[]) => model.facts(scene, { ...first, lens: 'elsewhere', lifted });
    expect([at([]).get('go'), at([]).get('lifted')]).toEqual([[], []]);
    expect([at(['go']).get('go'), at(['go']).get('npm'), at(['go']).get('lifted')]).toEqual([
      ['shared v1.0.0', 'shop v1.0.0', 'stock v1.0.0'],
      [],
      ['go'],
    ]);
  });

  it('stands in a bay each, with what was asked there and what stands twice', () => {
    const { elsewhere } = bays('back-shared-library');
    const told = elsewhere?.bays.map(({ name, word, asked, crates }) => [name, word, asked, crates.map(boxed)]);
    expect(told).toEqual([
      ['Python', '3 releases', ['shop', 'stock'], ['shared 1.4.0', 'shop 1.0.0', 'stock 1.1.0']],
      [
        'npm',
        '4 packages',
        ['"shop": "*"', '"stock": "*"'],
        ['shared 2.0.0 twice', 'shop 1.1.0', 'stock 1.1.0 [shared 1.4.0 twice]'],
      ],
      [
        'Cargo',
        '4 crates',
        ['shop = "*"', 'stock = "*"'],
        ['shared 1.4.0 twice', 'shared 2.0.0 twice', 'shop 1.1.0', 'stock 1.1.0'],
      ],
      ['Go', '3 modules', ['shop v1.0.0', 'stock v1.0.0'], ['shared v1.0.0', 'shop v1.0.0', 'stock v1.0.0']],
    ]);
    expect(elsewhere?.says).toBe('Python, npm, Cargo and Go have an answer. Something stands twice in npm and Cargo.');
  });

  it('has an answer where Python has none, or says why it can’t be asked', () => {
    expect(bays('back-shared-library-pinned').elsewhere?.bays.map(({ name, kind }) => [name, kind])).toEqual([
      ['Python', 'unsolvable'],
      ['npm', 'solved'],
      ['Cargo', 'solved'],
      ['Go', 'solved'],
    ]);
    expect(bays('fork-by-platform').elsewhere?.bays.map(({ kind }) => kind)).toContain('unsayable');
  });
});

function boxed({ name, version, isTwice, inside }: Crate): string {
  const below = inside.length === 0 ? '' : ` [${inside.map(boxed).join(', ')}]`;
  return `${name} ${version}${isTwice ? ' twice' : ''}${below}`;
}

describe('the text', () => {
  it('keeps the last good result while it can’t be read, and its problems at their places', () => {
    const half = played(
      { kind: 'text-typed', text: pinned.text },
      { kind: 'text-typed', text: '[root]\nrequires = ["a >"]' },
    );
    const picture = shown(half);
    expect(picture.status.kind).toBe('stale');
    expect(picture.verdict.kind).toBe('unsolvable');
    expect(picture.editor.problems.map(({ at }) => at)).toEqual([{ start: 23, end: 23 }]);
  });

  it('is refused when it is too large, and what was there stays', () => {
    const state = played({ kind: 'text-typed', text: 'x'.repeat(LARGEST_TEXT + 1) });
    expect([state.text, shown(state).status.kind, shown(state).verdict]).toEqual([
      undefined,
      'too-large',
      shown(first).verdict,
    ]);
  });
});

describe('what the playground says that it was compared with', () => {
  it('is what uv was asked in the recordings', () => {
    const recorded: { tool: string; version: string; answers: object } = JSON.parse(
      readFileSync('content/scenarios/resolver/support/recorded.json', 'utf8'),
    );
    const { tool, version, answers } = recorded;
    expect(about.checks[0]).toMatchObject({ tool, version, cases: Object.keys(answers).length });
  });

  it.each([1, 2, 3])('is what the tool elsewhere was asked in the recordings: check %d', (at) => {
    const { tool = '', version, cases } = about.checks[at] ?? {};
    const lines = readFileSync(`src/core/resolution/elsewhere/${tool}/recorded.jsonl`, 'utf8').trim().split('\n');
    const byHand = readdirSync('content/scenarios/elsewhere').filter((name) => name.startsWith(`${tool}-`));
    expect(cases).toBe(lines.length + byHand.length);
    expect(new Set(lines.map((line) => JSON.parse(line).version))).toEqual(new Set([version]));
  });
});
