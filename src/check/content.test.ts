/** The course's own content, as it stands in the repository: what `npm run content` says of all files. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCourse } from './course';
import { formatContentProblem, type SourceFile } from './source';

/** What the checks read. */
const read =
  /^content\/.*\.(?:yaml|mdx|md|mmd|json|toml)$|^src\/figures\/.*\.test\.tsx?$|^src\/core\/docker\/conformance\/buildkit\/.*\.json$/;

const files: readonly SourceFile[] = ['content', 'src/figures', 'src/core/docker/conformance/buildkit']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => read.test(path) && !path.startsWith('content/index/'))
  .map((path): SourceFile => ({ path, text: readFileSync(path, 'utf8') }));

const problems = async (changed: readonly SourceFile[], asked?: readonly string[]): Promise<readonly string[]> =>
  (await checkCourse(changed, asked && new Set(asked))).map(formatContentProblem);

/** The files with one of them changed. */
function withChange(path: string, from: string, to: string, of = files): readonly SourceFile[] {
  const file = of.find((one) => one.path === path);
  expect(file?.text).toContain(from);
  return of.map((one) => (one === file ? { ...one, text: one.text.replace(from, to) } : one));
}

describe('the content of this course', () => {
  it('is sound', async () => {
    expect(await problems(files)).toEqual([]);
  });

  it('shows sound examples of every kind of quiz item to authors', async () => {
    const readme = files.find(({ path }) => path === 'content/quiz/README.md')?.text ?? '';
    const examples = [...readme.matchAll(/```yaml\n(?:items:\n)?([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(examples.map((text) => /kind: (\S+)/.exec(text)?.[1])).toEqual([
      'single',
      'multiple',
      'order',
      'fill-in',
      'predict',
    ]);
    const course = withChange('content/course.yaml', 'lectures:\n', 'lectures:\n  - { id: example, state: writing }\n');
    const quiz = { path: 'content/quiz/example.yaml', text: `items:\n${examples.join('')}` };
    expect(await problems([...course, quiz], [quiz.path, 'content/course.yaml'])).toEqual([]);
  });
});

describe('what authors are shown', () => {
  it('is, for exercises, one of the course’s own', () => {
    const guide = readFileSync('docs/add-an-exercise.md', 'utf8');
    const [, shown] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? [];
    const id = /^id: (.*)$/m.exec(shown ?? '')?.[1];
    expect(shown).toBe(files.find(({ path }) => path === `content/exercises/${id}.yaml`)?.text);
  });
});

describe('the check of all content together', () => {
  const lecture = 'content/lectures/01-works-on-my-machine.mdx';

  const faults: readonly (readonly [string, string, string, string, RegExp])[] = [
    [
      'a heading without an id',
      lecture,
      '## What a program stands on {#stands-on}',
      '## What a program stands on',
      /:\d+: The heading “What a program stands on” has no id\. Write one after it: \{#an-id\}\.$/,
    ],
    [
      'a quiz item that isn’t there',
      lecture,
      '<Quiz id="venv/moved" />',
      '<Quiz id="venv/mooved" />',
      /:\d+: This lecture has no "venv\/mooved" in content\/quiz\/works-on-my-machine\.yaml\./,
    ],
    [
      'a console block that isn’t there',
      lecture,
      '<Console id="module-not-found" />',
      '<Console id="module-lost" />',
      /:\d+: There is no console block "module-lost"\./,
    ],
    [
      'a step that wasn’t recorded',
      lecture,
      'id="venv-anatomy" steps={[1, 2, 6]}',
      'id="venv-anatomy" steps={[1, 2, 60]}',
      /:\d+: "venv-anatomy" has no step 60\. It has \d+, counted from 1\.$/,
    ],
    [
      'a term that the glossary lacks',
      lecture,
      '<Term id="artifact">',
      '<Term id="artefact">',
      /:\d+: The glossary has no term "artefact"\./,
    ],
    [
      'an objective that nothing checks',
      lecture,
      '[lookup/order, lookup/script-folder, lookup/shadowed]',
      '[lookup/order, lookup/nothing, lookup/shadowed]',
      /:\d+: No quiz item or exercise of this lecture is called "lookup\/nothing"\./,
    ],
    [
      'a head that isn’t',
      lecture,
      'minutes: 45',
      'minutes: long',
      /:\d+: minutes: .+ docs\/add-a-lecture\.md shows the form\.$/,
    ],
    [
      'a lecture without its text',
      'content/course.yaml',
      'id: the-same-again-tomorrow, title: The same again tomorrow, subtitle: locks and reproducibility, state: writing',
      'id: the-same-again-tomorrow, title: The same again tomorrow, subtitle: locks and reproducibility, state: ready',
      /:1: The lecture "the-same-again-tomorrow" is ready and has no text\./,
    ],
    [
      'a term that sees one that isn’t there',
      'content/glossary/wheel.md',
      'see: [sdist, platform-tag]',
      'see: [sdist, platform-tags]',
      /:3: There is no term "platform-tags"\. Add content\/glossary\/platform-tags\.md, or mend the id\.$/,
    ],
    [
      'a session that asks for what it can’t have',
      'content/console/venv-moved.session.yaml',
      'machine:',
      'computer:',
      /:1: .*A session has no property "computer"\..* scripts\/record\/session\.ts shows the form\.$/,
    ],
    [
      'a scenario that doesn’t hold what it claims',
      'content/scenarios/lookup/one-laptop.yaml',
      'ls: /usr/bin/ls',
      'ls: /bin/ls',
      /:\d+: With none activated, ls is \/usr\/bin\/ls, and the scenario expects \/bin\/ls\./,
    ],
    [
      'a machine of a scenario that can’t be',
      'content/scenarios/lookup/one-laptop.yaml',
      '    - /usr/bin/pip\n',
      '    - usr/bin/pip\n',
      /:\d+: machine\.executables\.\d+: A path starts at the root/,
    ],
  ];

  /** A file that can’t be read at all hides what else is wrong with it. */
  const hides = ['a head that isn’t', 'a machine of a scenario that can’t be'];
  const lost = { path: 'content/exercises/lost.yaml', text: '' };
  const found = new Map<boolean, Promise<readonly string[]>>();

  /** What is said of many faults at once: all of the course is read for it, and what has a fault is tried. */
  function saidOf(isHiding: boolean): Promise<readonly string[]> {
    const changed = faults
      .filter(([what]) => hides.includes(what) === isHiding)
      .reduce((all, [, path, from, to]) => withChange(path, from, to, all), files);
    const said = found.get(isHiding) ?? problems([...changed, lost], [...faults.map(([, path]) => path), lost.path]);
    found.set(isHiding, said);
    return said;
  }

  it.each(faults)('finds %s, with its line', async (what, path, _from, _to, message) => {
    const said = await saidOf(hides.includes(what));
    expect(said.filter((one) => message.test(one) && one.startsWith(path))).toHaveLength(1);
  });

  it('finds files where nothing reads them', async () => {
    const said = (await saidOf(false)).filter((one) => one.startsWith(lost.path));
    expect(said).toEqual([expect.stringMatching(/:1: Nothing reads a file with this name here\./)]);
  });
});
