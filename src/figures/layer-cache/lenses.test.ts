/** What the lenses show of building now. */
import { describe, expect, it } from 'vitest';
import { layerFiles, layerScenario } from './layer-cache.fixture';
import { model } from './model';
import { shipScenario } from './read-scenario';
import type { SeenPicture } from './seen-picture';
import { type LayerEvent, LENSES, type Lens } from './state';

type Kind = SeenPicture['kind'];

/** A lens’s picture after some events in a scenario. */
function seen<Of extends Kind>(
  id: string,
  lens: Of,
  events: readonly LayerEvent[] = [],
  answer: 'shown' | 'hidden' = 'shown',
) {
  const scene = model.open(layerScenario(id));
  const all: readonly LayerEvent[] = [...events, { kind: 'lens-chosen', lens }];
  const state = all.reduce((now, event) => model.update(scene, now, event), model.first(scene));
  const picture = model.present(scene, state, { answer }).seen;
  if (picture?.kind !== lens) throw new Error(`${lens} isn’t seen.`);
  return picture as Extract<SeenPicture, { readonly kind: Of }>;
}

const tap = (path: string): LayerEvent => ({ kind: 'tapped', path });
const arranged = (id: string): LayerEvent => ({ kind: 'arranged', id });
const typed = (text: string): LayerEvent => ({ kind: 'typed', path: 'Dockerfile', text });
const BUILT: LayerEvent = { kind: 'built' };

describe('builds', () => {
  it('tell of each what changed, what it cost, and how that is against the one before', () => {
    const { says, rows } = seen('code-first', 'builds', [tap('app.py'), BUILT]);
    const told = rows.map(({ name, word, changed, cost, difference }) => [name, word, changed, cost, difference]);
    expect([says, told]).toEqual([
      '2 builds so far, 28 s in all.',
      [
        [
          'Build 1',
          'built',
          ['The first: nothing was built before.'],
          '3 of 3 steps ran, 164 MB written, 31 MB fetched',
          '',
        ],
        [
          'Build 2',
          'built',
          [{ code: 'app.py' }, ' edited', '.'],
          '2 of 3 steps ran, 164 MB written, 31 MB fetched',
          '0.1 s less than build 1',
        ],
        ['Now', 'all cached', ['Nothing changed.'], '0 of 3 steps run', '14 s less than build 2'],
      ],
    ]);
    expect(rows.map(({ share }) => share)[0]).toBe(1);
  });

  it('are refused where the builder refuses the Dockerfile', () => {
    const rows = seen('code-first', 'builds', [typed('RUM')]).rows;
    expect(rows.at(-1)).toMatchObject({ word: 'refused', cost: 'nothing is built', difference: '', stages: [] });
  });
});

describe('the log', () => {
  it('says CACHED and DONE as the steps are, and what went over to the builder', () => {
    const texts = seen('builder-pattern', 'log', [arranged('two-stages'), tap('app.py')]).lines.map(({ text }) => text);
    expect(texts.filter((text) => /^#(7|8|15) /.test(text))).toEqual([
      '#7 [internal] load build context',
      '#7 transferring context: 202B done',
      '#7 DONE 0.0s',
      '#8 [builder 2/6] COPY --from=ghcr.io/astral-sh/uv:0.13.9 /uv /bin/uv',
      '#8 CACHED',
      '#15 [stage-1 4/4] COPY . .',
      '#15 DONE 0.1s',
    ]);
  });

  it('ends with the lines of a Dockerfile that is refused', () => {
    const lines = seen('code-first', 'log', [typed('FROM python:3.13-slim\nRUM\n')]).lines;
    expect(lines.slice(-6).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'excerpt: --------------------',
      'excerpt:    1 |     FROM python:3.13-slim',
      'excerpt:    2 | >>> RUM',
      'excerpt:    3 |     ',
      'excerpt: --------------------',
      'error: ERROR: failed to build: failed to solve: dockerfile parse error on line 2: unknown instruction: RUM (did you mean RUN?)',
    ]);
  });
});

describe('the graph', () => {
  it('has stages and images, what each takes, and what isn’t built', () => {
    const text = 'FROM python:3.13-slim AS a\nRUN true\nFROM a AS b\nFROM scratch\nCOPY --from=a /bin/sh /\n';
    const { says, boxes, arrows, list } = seen('code-first', 'graph', [typed(text)]);
    expect(says).toBe('2 stages are needed; 1 isn’t, so it isn’t built.');
    expect(boxes.map(({ id, mark, line, word }) => [id, mark, line, word])).toEqual([
      ['image python:3.13-slim', 'image', 'an image', ''],
      ['stage 0', 'ran', '1 step', 'all run'],
      ['stage 1', 'skipped', '0 instructions', 'not built'],
      ['stage 2', 'ran', '1 step, the target', 'all run'],
    ]);
    expect(arrows.map(({ from, to, label, isFaded }) => [from, label, to, isFaded])).toEqual([
      ['image python:3.13-slim', 'FROM', 'stage 0', false],
      ['stage 0', 'FROM', 'stage 1', true],
      ['stage 0', 'COPY', 'stage 2', false],
    ]);
    const flat = (items: typeof list): unknown[] => items.map(({ how, name, needs }) => [how, name, flat(needs)]);
    expect(flat(list)).toEqual([
      ['', 'stage 2', [['COPY', 'a', [['FROM', 'python:3.13-slim', []]]]]],
      ['', 'b', [['FROM', 'a', []]]],
    ]);
  });

  it('keeps the last one that the builder took', () => {
    expect(seen('code-first', 'graph', [typed('RUM')])).toEqual(seen('code-first', 'graph'));
  });

  it('draws so many boxes as can be told apart, and lists so many lines as can be read', () => {
    const stages = Array.from({ length: 300 }, (_, at) => `FROM ${at === 0 ? 'scratch' : `s${at - 1}`} AS s${at}\n`);
    const { boxes, more, list } = seen('code-first', 'graph', [typed(stages.join(''))]);
    let depth = 0;
    for (let item = list[0]; item !== undefined; item = item.needs[0]) depth++;
    expect([boxes.length, more, depth]).toEqual([20, 280, 100]);
  });
});

describe('the image', () => {
  it('shows what is buried in which layer', () => {
    const { says, layers } = seen('deleted-later', 'image');
    expect(says).toMatch(
      /^\d+ MB in all: 125 MB of the base and \d+ MB from this Dockerfile, of which 30 MB can’t be seen/,
    );
    expect(layers.filter(({ buried }) => buried !== '').map(({ line, changes }) => [line, changes])).toMatchObject([
      [4, [{ word: 'adds', more: 0 }]],
    ]);
    expect(layers.find(({ line }) => line === 5)).toMatchObject({
      size: '0 B',
      changes: [{ word: 'deletes', paths: ['/root/.cache/pip'], more: 0 }],
    });
  });

  it.each([
    ['variable', ['ENV INDEX_PASSWORD=correct-horse', 'INDEX_PASSWORD']],
    ['file', ['/root/.netrc']],
    ['deleted-file', ['/root/.netrc']],
    ['mounted', []],
  ])('of the leaked key by way of %s says where it can be read', (id, codes) => {
    const { secrets } = seen('leaked-key', 'image', [arranged(id)]);
    expect(secrets?.map(({ code }) => code).sort()).toEqual(codes);
  });

  it('is none where the build fails', () => {
    expect(seen('code-first', 'image', [typed('FROM python:3.13-slim\nCOPY nothing /\n')])).toMatchObject({
      says: 'The build fails, so there is no image.',
      layers: [],
      secrets: undefined,
    });
  });

  it('tells its configuration', () => {
    const { config } = seen('code-first', 'image');
    expect(config).toContainEqual({ name: 'Cmd', values: ['["python","app.py"]'] });
  });
});

describe('checks', () => {
  it('name what they find', () => {
    const { says, rows } = seen('leaked-key', 'checks');
    expect(says).toBe('The checks find 1 thing. None of them stops the build.');
    expect(rows).toMatchObject([
      { rule: 'SecretsUsedInArgOrEnv', level: 'warning', line: 3, code: 'ENV INDEX_PASSWORD=correct-horse' },
    ]);
  });

  it('come by line, as docker build --check printed them', () => {
    const text = 'FROM python:3.13-slim\nENV API_KEY=example-4711\nWORKDIR app\nCOPY . .\nCMD python app.py\n';
    const { rows } = seen('code-first', 'checks', [typed(text)]);
    // content/console/docker-build-check, BuildKit 0.34.2.
    expect(rows.map(({ rule, line, message }) => `${rule} ${line}: ${message}`)).toEqual([
      'SecretsUsedInArgOrEnv 2: Do not use ARG or ENV instructions for sensitive data (ENV "API_KEY")',
      'WorkdirRelativePath 3: Relative workdir "app" can have unexpected results if the base image changes',
      'JSONArgsRecommended 5: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
    ]);
  });

  it('say so where they find nothing, where they stop, and where findings are errors', () => {
    const says = (text: string) => seen('code-first', 'checks', [typed(text)]).says;
    expect(says('FROM python:3.13-slim\n')).toBe('The checks find nothing to say of this Dockerfile.');
    expect(says('FROM python:3.13-slim\nRUM\n')).toMatch(/^The checks find nothing, and stop where/);
    expect(says('# check=error=true\nFROM python:3.13-slim\nCMD a\n')).toBe(
      'The checks find 1 thing, and the file makes errors of them.',
    );
  });
});

describe('a hidden answer', () => {
  const answers = /DONE|cached|\bruns?\b| MB|readable|Secrets/;

  it.each(LENSES.filter((lens): lens is Exclude<Lens, 'steps'> => lens !== 'steps'))(
    'shows in no picture of %s',
    (lens) => {
      const hidden = seen('leaked-key', lens, [tap('app.py')], 'hidden');
      const told = hidden.kind === 'builds' ? hidden.rows.slice(-1) : hidden;
      expect(JSON.stringify(told).replaceAll('what runs?', '').replaceAll('cached or run?', '')).not.toMatch(answers);
    },
  );
});

describe('every lens of every scenario', () => {
  it.each(layerFiles.map((file) => [file.id, file] as const))('%s is drawn, and says a sentence', (_, file) => {
    const scene = model.open(shipScenario(file));
    for (const { id } of file.dockerfiles) {
      const start = model.update(scene, model.first(scene), { kind: 'arranged', id });
      for (const lens of LENSES) {
        const state = model.update(scene, start, { kind: 'lens-chosen', lens });
        const { says = 'It is the steps.' } = model.present(scene, state, { answer: 'shown' }).seen ?? {};
        expect([says].flat().at(-1)).toMatch(/[.]$/);
      }
    }
  });
});
