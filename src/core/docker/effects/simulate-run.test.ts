/** The table of commands: what a RUN does by its model, on the files that are there. */
import { describe, expect, it } from 'vitest';
import type { BuildInput } from '../build/build';
import { buildAll, inputOf } from '../build/project.fixture';
import type { ContextEntries } from '../files/build-context';
import { addedBytes, differenceFromBase } from '../image/built-image';
import { simpleCommands } from './shell-commands';

const byTable = { effectOf: () => undefined };
const lock = { 'requirements.txt': { content: 'flask==3.1\n' } };

type Asked = readonly [text: string, files: ContextEntries, change?: Partial<BuildInput>];

function builds(...texts: readonly Asked[]) {
  return buildAll(texts.map(([text, files, change]) => inputOf(text, files, { ...byTable, ...change })));
}

/** The reports of the steps that ran in the last build. */
function reports(...texts: readonly Asked[]) {
  const outcome = builds(...texts).at(-1);
  const steps = outcome === undefined || outcome.kind === 'refused' ? [] : outcome.steps;
  return steps.flatMap(({ line, status }) => (status.kind === 'ran' ? [{ line, ...status.report }] : []));
}

function imageOf(text: string, files: ContextEntries = {}) {
  const [outcome] = builds([text, files]);
  if (outcome?.kind !== 'built') throw new Error(JSON.stringify(outcome));
  return outcome.image;
}

const changed = (text: string, files: ContextEntries = {}) => [
  ...differenceFromBase(imageOf(text, files)).changed.keys(),
];

describe('a shell line', () => {
  it('is taken apart into its commands, with what they write to', () => {
    const line = 'A=1 echo "x $V" \'$V\' > a.txt 2>/dev/null && rm -rf /b/* ; cat c | sort >> d';
    expect(simpleCommands(line, new Map([['V', '7']]))).toEqual([
      { words: ['A=1', 'echo', 'x 7', '$V'], output: { path: '/dev/null', appends: false } },
      { words: ['rm', '-rf', '/b/*'], output: undefined },
      { words: ['cat', 'c'], output: undefined },
      { words: ['sort'], output: { path: 'd', appends: true } },
    ]);
  });
});

describe('a RUN by the table of commands', () => {
  it('writes what echo, mkdir and touch say, where it stands', () => {
    const text = 'FROM alpine\nWORKDIR /app\nRUN mkdir -p data/raw && echo hi > data/a && cd data && touch b\n';
    expect(changed(text)).toEqual(['/app', '/app/data', '/app/data/a', '/app/data/b', '/app/data/raw']);
  });

  it('stores a file again whose mode it changes, and nothing where it changes none', () => {
    const text = (mode: string) => `FROM alpine\nCOPY big /big\nRUN chmod ${mode} /big\n`;
    const big = { big: { repeat: 'x', count: 1000 } };
    expect(imageOf(text('600'), big).layers.map(({ layer }) => layer.size)).toEqual([1000, 1000]);
    expect(imageOf(text('644'), big).layers.map(({ layer }) => layer.size)).toEqual([1000, 0]);
  });

  it('compiles where a compiler is installed, and only there', () => {
    const source = { 'fast.c': { content: 'int twice(int n) { return 2 * n; }\n' } };
    const compile = 'COPY fast.c /\nRUN gcc -shared -fPIC -o fast.so fast.c\n';
    const install = 'RUN apt-get update && apt-get install -y gcc\n';
    expect(changed(`FROM alpine\n${install}${compile}`, source)).toContain('/fast.so');
    expect(builds([`FROM alpine\n${compile}`, source])[0]?.kind).toBe('failed');
    const purge = 'RUN apt-get purge -y --auto-remove gcc\n';
    expect(builds([`FROM alpine\n${install}${purge}${compile}`, source])[0]?.kind).toBe('failed');
  });

  it('leaves the lists of apt in the image unless the same RUN deletes them', () => {
    const install = 'apt-get update && apt-get install -y --no-install-recommends curl';
    const [kept, split, gone] = [
      `RUN ${install}`,
      `RUN ${install}\nRUN rm -rf /var/lib/apt/lists/*`,
      `RUN ${install} && rm -rf /var/lib/apt/lists/*`,
    ].map((lines) => addedBytes(imageOf(`FROM debian\n${lines}\n`)));
    expect([kept, split, gone]).toEqual([64_529_124, 64_529_124, 37_700_000]);
  });

  it('builds a project from its source, and writes another package after an edit of it, unless it is editable', () => {
    const files = (code: string) => ({
      'pyproject.toml': { content: '[project]\nname = "own"\ndependencies = ["flask"]\n' },
      'uv.lock': { content: '' },
      'src/own.py': { content: code },
    });
    const ranAfterAnEdit = (sync: string) => {
      const text = `FROM alpine AS build\nWORKDIR /app\nCOPY . .\nRUN ${sync}\nFROM alpine\nCOPY --from=build /app/.venv /app/.venv\n`;
      return reports([text, files('1\n')], [text, files('2\n')]).map(({ line }) => line);
    };
    expect(ranAfterAnEdit('uv sync --locked --no-editable')).toEqual([3, 4, 6]);
    expect(ranAfterAnEdit('uv sync --locked')).toEqual([3, 4]);
    const text = 'FROM alpine AS build\nCOPY . /src\nRUN pip install /src\nFROM alpine\nCOPY --from=build /usr /usr\n';
    expect(reports([text, files('1\n')], [text, files('2\n')]).map(({ line }) => line)).toEqual([2, 3, 5]);
  });

  it('can’t install what apt has no list of', () => {
    const [outcome] = builds(['FROM debian\nRUN apt-get install -y curl\n', {}]);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { kind: 'exit', exitCode: 100 } });
  });

  it('can’t read requirements that aren’t there, and can where they are mounted', () => {
    const [failed] = builds(['FROM alpine\nRUN pip install -r requirements.txt\n', lock]);
    const mounted = 'FROM alpine\nRUN --mount=type=bind,source=requirements.txt,target=/r.txt pip install -r /r.txt\n';
    const [built] = builds([mounted, lock]);
    expect([failed?.kind, built?.kind]).toEqual(['failed', 'built']);
  });

  it('fetches nothing twice with a cache mount, whose files are in no image', () => {
    const text =
      'FROM alpine\nCOPY requirements.txt .\nRUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt\n';
    const more = { 'requirements.txt': { content: 'flask==3.1\nrequests==2\n' } };
    const [first] = reports([text, lock]).slice(-1);
    const [second] = reports([text, lock], [text, more]).slice(-1);
    expect([first?.downloadedBytes, second?.downloadedBytes]).toEqual([644_935, 679_900]);
    expect(changed(text, lock).some((path) => path.startsWith('/root/.cache'))).toBe(false);
  });

  it('fetches all anew where no cache may be used: the cache mounts are emptied, once a build', () => {
    const install = 'RUN --mount=type=cache,target=/root/.cache/pip pip install --target';
    const text = `FROM alpine\n${install} /one flask\n${install} /two flask\n`;
    const fetched = (...inputs: readonly Asked[]) =>
      reports(...inputs).map(({ downloadedBytes }) => downloadedBytes > 0);
    expect(fetched([text, {}])).toEqual([true, false]);
    expect(fetched([text, {}], [text, {}, { ignoresCache: true }])).toEqual([true, false]);
    const other = text.replaceAll('/one', '/three');
    expect(fetched([text, {}], [other, {}])).toEqual([false, false]);
  });

  it('says which commands it doesn’t know, and which sizes it guesses', () => {
    expect(reports(['FROM alpine\nRUN make all && echo done\nRUN pip install nobody-knows-it\n', {}])).toMatchObject([
      { line: 2, unknown: ['make'], isGuess: false },
      { line: 3, unknown: [], isGuess: true },
    ]);
  });

  it('makes users whom USER then finds', () => {
    const [outcome] = builds(['FROM alpine\nRUN useradd worker\nUSER worker\nRUN echo x > /tmp.txt\n', {}]);
    expect(outcome?.kind).toBe('built');
  });

  it('makes an environment, and installs into the one that a pip belongs to', () => {
    const base = 'FROM alpine\nENV PYTHON_VERSION=3.12.7\n';
    const packages = (text: string) => changed(`${base}${text}`).filter((path) => /site-packages\/[^/]+$/.test(path));
    const inside = '/opt/venv/lib/python3.12/site-packages';
    const both = [`${inside}/flask`, `${inside}/pip`];
    expect(packages('RUN python -m venv /opt/venv\nRUN /opt/venv/bin/pip install flask\n')).toEqual(both);
    expect(packages('RUN python -m venv /opt/venv && . /opt/venv/bin/activate && pip install flask\n')).toEqual(both);
    const onPath = 'ENV PATH=/opt/venv/bin:$PATH\nRUN python3 -m venv /opt/venv\nRUN pip install flask\n';
    expect(packages(onPath)).toEqual(both);
    const outside = '/usr/local/lib/python3.12/site-packages/flask';
    expect(packages('RUN python -m venv /opt/venv\nRUN pip install flask\n')).toEqual([`${inside}/pip`, outside]);
  });

  it('keeps the size of a file that grows beyond what is kept as text', () => {
    const line = 'x'.repeat(9_999);
    const text = `FROM alpine\nENV A=${line}\nRUN ${Array<string>(20).fill('echo $A >> /log').join(' && ')}\n`;
    expect(imageOf(text).layers.map(({ layer }) => layer.size)).toEqual([0, 200_000]);
  });
});
