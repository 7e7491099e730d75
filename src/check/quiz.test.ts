import { describe, expect, it } from 'vitest';
import type { RecordedBuilds } from '@/components/builds/recorded-builds';
import { checkIds } from './ids';
import { readMisconceptions } from './misconceptions';
import { checkQuiz as checkItems, type QuizContext } from './quiz';
import { type ContentProblem, formatContentProblem, type SourceFile } from './source';

interface QuizContent extends Omit<QuizContext, 'misconceptions'> {
  readonly quiz: readonly SourceFile[];
  readonly misconceptions: readonly SourceFile[];
}

/** The part of a recording that claims about steps are held to. */
const twoBuilds = {
  name: 'two-builds',
  expected: [
    { steps: [{ instruction: 'COPY . .', cached: false }] },
    { steps: [{ instruction: 'COPY . .', cached: true }] },
  ],
} as unknown as RecordedBuilds;

/** All problems of quiz files and misconceptions together. */
function checkQuiz({ quiz, misconceptions, ...context }: QuizContent): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const known = readMisconceptions(misconceptions, problems);
  const items = checkItems(quiz, { ...context, misconceptions: known }, problems);
  return [...problems, ...checkIds(items)];
}

const misconception = (id: string, more = ''): SourceFile => ({
  path: `content/misconceptions/${id}.yaml`,
  text: `id: ${id}\nlecture: 1\ndifficulty: 1\nbelief: So it is.\nmodel: So it isn’t.\n${more}`,
});

const sound = `items:
  - id: venv/moved
    kind: predict
    revision: 1
    catches: [venv-cannot-be-moved]
    question: What happens?
    options:
      - { id: works, text: It works., why: It doesn’t. }
      - { id: fails, text: It fails., right: true }
    outcome: { console: venv-moved }
    explain: The script holds the old path.
    proof: { console: venv-moved, says: bad interpreter }
  - id: venv/make
    kind: fill-in
    revision: 2
    catches: [venv-cannot-be-moved]
    question: How?
    label: The command
    accept: [python -m venv .venv]
    ignoring: [space]
    wrong:
      - { answer: virtualenv, says: That is another tool. }
    otherwise: Look again.
    explain: So.
`;

const content = (quiz: string, more: Partial<QuizContent> = {}): QuizContent => ({
  quiz: [{ path: 'content/quiz/one.yaml', text: quiz }],
  misconceptions: [misconception('venv-cannot-be-moved', 'aliases: [venv-can-move]\n')],
  lectures: new Set(['one', 'two']),
  consoleBlocks: new Map([['venv-moved', 'bash: bin/pip: /old/python: bad interpreter: No such file']]),
  figureTests: new Map([['path-explorer', "it('finds the first python along PATH')"]]),
  answers: new Map([['step-back', 'satisfiable = true\na = "1.0"']]),
  buildsOf: (name) => (name === 'two-builds' ? twoBuilds : undefined),
  wheels: {
    presets: [],
    takenOf: (name) => (name === 'kit' ? [{ machine: 'alpine', takes: 'kit-1.0.tar.gz' }] : undefined),
  },
  ...more,
});

const found = (quiz: string, more: Partial<QuizContent> = {}) =>
  checkQuiz(content(quiz, more)).map(formatContentProblem);
const changed = (from: string, to: string) => {
  expect(sound).toContain(from);
  return sound.replace(from, to);
};

describe('the check of quiz items', () => {
  it('is content with sound files', () => {
    expect(found(sound)).toEqual([]);
  });

  it.each([
    ['YAML that isn’t', changed('items:', 'items: ]'), 1, /flow-seq-end|Unexpected/],
    [
      'a wrong option without a why',
      changed(', why: It doesn’t.', ''),
      8,
      'The wrong option "works" doesn’t say why it is wrong. Give it a `why`.',
    ],
    ['no right option', changed(', right: true', ', why: No.'), 7, 'No option is right. Mark one with `right: true`.'],
    [
      'two right options',
      changed(', why: It doesn’t.', ', right: true'),
      7,
      '2 options are right. Leave one, or use `kind: multiple`.',
    ],
    [
      'two options of one id',
      changed('id: fails', 'id: works'),
      9,
      'The id "works" is used twice in this item. Choose another one.',
    ],
    [
      'an unknown misconception',
      changed('[venv-cannot-be-moved]', '[venv-flies]'),
      5,
      'There is no misconception "venv-flies". Add content/misconceptions/venv-flies.yaml, or mend the id.',
    ],
    [
      'a misconception’s old name',
      changed('[venv-cannot-be-moved]', '[venv-can-move]'),
      5,
      'The misconception "venv-can-move" was renamed. Write venv-cannot-be-moved.',
    ],
    [
      'nothing caught',
      changed('[venv-cannot-be-moved]', '[]'),
      5,
      'items.0.catches: Name at least one misconception that this item catches. content/quiz/README.md shows the form.',
    ],
    [
      'a claim that the recording doesn’t bear out',
      changed('says: bad interpreter', 'says: all is well'),
      12,
      'The recording of "venv-moved" doesn’t say "all is well". Record it again, or mend the claim of this item.',
    ],
    [
      'an outcome that wasn’t recorded',
      changed('outcome: { console: venv-moved }', 'outcome: { console: venv-gone }'),
      10,
      'There is no console block "venv-gone". Record content/console/venv-gone.json, or mend the id.',
    ],
    [
      'a proof that wasn’t recorded',
      changed('proof: { console: venv-moved,', 'proof: { console: venv-gone,'),
      12,
      'There is no console block "venv-gone". Record content/console/venv-gone.json, or mend the id.',
    ],
    [
      'a figure without such a test',
      changed('proof: { console: venv-moved, says: bad interpreter }', 'proof: { figure: path-explorer, says: flies }'),
      12,
      'No test or scenario of the figure "path-explorer" says "flies". Name a test in src/figures/path-explorer/ or a scenario that proves this item.',
    ],
    [
      'a claim that a scenario’s answer doesn’t bear out',
      changed(
        'proof: { console: venv-moved, says: bad interpreter }',
        'proof: { scenario: step-back, says: a = "2.0" }',
      ),
      12,
      'No scenario "step-back", with uv’s answer, says "a = "2.0"". Name a scenario of content/scenarios/resolver, or mend the claim.',
    ],
    [
      'a claim that recorded builds don’t bear out',
      changed(
        'proof: { console: venv-moved, says: bad interpreter }',
        'proof: { scenario: two-builds, build: 2, step: COPY . ., is: ran }',
      ),
      12,
      'In build 2 of "two-builds" “COPY . .” was recorded as cached, not ran. Mend the claim, or name the recorded builds that show it.',
    ],
    [
      'builds that nobody recorded',
      changed(
        'proof: { console: venv-moved, says: bad interpreter }',
        'proof: { scenario: three-builds, build: 2, step: COPY . ., is: ran }',
      ),
      12,
      'There are no recorded builds "three-builds". Mend the claim, or name the recorded builds that show it.',
    ],
    [
      'a file that pip didn’t take',
      changed(
        'proof: { console: venv-moved, says: bad interpreter }',
        'proof: { scenario: kit, machine: alpine, file: kit-1.0-py3-none-any.whl }',
      ),
      12,
      'Of "kit" pip took kit-1.0.tar.gz on alpine, not kit-1.0-py3-none-any.whl. Mend the claim, or name what shows it.',
    ],
    [
      'a prediction without a proof',
      changed('    proof: { console: venv-moved, says: bad interpreter }\n', ''),
      2,
      /^items\.0\.proof: .* content\/quiz\/README\.md shows the form\.$/,
    ],
    [
      'a key that isn’t known',
      changed('question: How?', 'question: How?\n    hint: no'),
      13,
      /^items\.1: Unrecognized key: "hint"/,
    ],
    ['a kind that isn’t known', changed('kind: fill-in', 'kind: essay'), 14, /^items\.1\.kind: Invalid discriminator/],
    ['an id without a topic', changed('id: venv/make', 'id: make'), 13, /^items\.1\.id: An item’s id is/],
    [
      'an id used twice',
      changed('id: venv/make', 'id: venv/moved'),
      13,
      'The id "venv/moved" is used by another item. Choose another one: readers’ answers are kept under it.',
    ],
    [
      'an alias that is an id',
      changed('revision: 2', 'revision: 2\n    aliases: [venv/moved]'),
      16,
      'The alias "venv/moved" is the id of an item. An alias is a name that no item has now.',
    ],
    [
      'an accepted answer listed as wrong',
      changed('answer: virtualenv', 'answer: python  -m venv .venv'),
      22,
      '"python  -m venv .venv" is accepted, so its sentence is never shown. Take it out of one list.',
    ],
    [
      'a wrong answer listed twice',
      changed('    otherwise', '      - { answer: " virtualenv", says: So. }\n    otherwise'),
      23,
      '" virtualenv" is listed above in other spelling. Leave one of them.',
    ],
  ] satisfies [string, string, number, string | RegExp][])('finds %s, with file and line', (_, quiz, line, message) => {
    const problems = checkQuiz(content(quiz));
    expect(problems.map((problem) => [problem.file, problem.line])).toEqual([['content/quiz/one.yaml', line]]);
    const [said] = problems.map(({ reason, remedy }) => `${reason} ${remedy}`);
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  it('accepts the proof of a figure’s test', () => {
    const proof = changed(
      '{ console: venv-moved, says: bad interpreter }',
      '{ figure: path-explorer, says: finds the first python }',
    );
    expect(found(proof)).toEqual([]);
  });

  it('accepts the proof of a scenario', () => {
    const proof = changed(
      '{ console: venv-moved, says: bad interpreter }',
      `{ scenario: step-back, says: 'a = "1.0"' }`,
    );
    expect(found(proof)).toEqual([]);
  });

  it('accepts the proof of recorded builds', () => {
    const proof = changed(
      '{ console: venv-moved, says: bad interpreter }',
      '{ scenario: two-builds, build: 2, step: COPY . ., is: cached }',
    );
    expect(found(proof)).toEqual([]);
  });

  it('finds an id that two files use', () => {
    const twice = ['one', 'two'].map((name) => ({ path: `content/quiz/${name}.yaml`, text: sound }));
    expect(found(sound, { quiz: twice })).toEqual([
      'content/quiz/two.yaml:2: The id "venv/moved" is used by another item. Choose another one: readers’ answers are kept under it.',
      'content/quiz/two.yaml:13: The id "venv/make" is used by another item. Choose another one: readers’ answers are kept under it.',
    ]);
  });

  it('finds a file that belongs to no lecture', () => {
    expect(found(sound, { lectures: new Set(['two']) })).toEqual([
      'content/quiz/one.yaml:1: There is no lecture "one". Name the file after a lecture of content/course.yaml.',
    ]);
  });

  it('finds a misconception under another name than its file’s, and an alias that is one', () => {
    const misconceptions = [
      misconception('venv-cannot-be-moved'),
      { ...misconception('a-belief', 'aliases: [venv-cannot-be-moved]\n'), path: 'content/misconceptions/belief.yaml' },
    ];
    expect(found(sound, { misconceptions })).toEqual([
      'content/misconceptions/belief.yaml:1: The id "a-belief" isn’t the file’s name. Name the file a-belief.yaml.',
      'content/misconceptions/belief.yaml:6: "venv-cannot-be-moved" is a misconception of its own. Leave it out of the aliases, or delete its file.',
    ]);
  });

  it('wants a why for the right options too where several are right', () => {
    const multiple = `items:
  - id: a/b
    kind: multiple
    revision: 1
    catches: [venv-cannot-be-moved]
    question: Which?
    options:
      - { id: one, text: One., right: true }
      - { id: two, text: Two., why: No. }
    explain: So.
`;
    expect(found(multiple)).toEqual([
      'content/quiz/one.yaml:8: The right option "one" doesn’t say why it is right. Give it a `why`: in `kind: multiple` a reader may leave it out.',
    ]);
    expect(found(multiple.replace('right: true', 'why: Yes.'))).toEqual([
      'content/quiz/one.yaml:7: No option is right. Mark at least one with `right: true`.',
    ]);
  });
});
