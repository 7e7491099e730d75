/**
 * `npm run bench -- standards`: the packaging standards of the core beside Python's packaging, in the release that
 * content/versions.json names, on the same inputs. Three tasks; of each both sides take turns, and the best time of each side
 * counts. Both sides' answers are compared, too. Fails if the core isn't five times faster at each.
 *
 * The first run makes a virtual environment in .cache/ and needs the index for it.
 * SHIPSHAPE_RECORD_PYTHON  the Python to take (default python3; 3.10 or newer)
 */
import './check-node.mjs';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';
import { home } from './programs.mjs';
import { plainPipEnvironment } from './record/tools-venv.ts';
import { versionOf } from './record/versions.ts';
import { standardsInputs } from './standards-inputs.mjs';

const least = 5;
const rounds = 12;
const folder = join(home, '.cache/bench-standards');

/** The three tasks, as they are shown. */
const tasks = {
  versions: '100,000 versions parsed and sorted',
  membership: '100,000 membership checks, specifiers and versions parsed beforehand',
  wheels: '50,000 wheel names parsed',
};

/** @typedef {keyof typeof tasks} Task @typedef {{ seconds: number, digest: unknown }} Round */

/** @typedef {typeof import('../src/core/python/index.ts')} Core */

/** A Python with packaging in the release that the course names. @returns {string} */
function pythonWithPackaging() {
  const place = join(home, '.cache/bench-python');
  const python = process.platform === 'win32' ? join(place, 'Scripts/python.exe') : join(place, 'bin/python');
  const env = plainPipEnvironment();
  if (!existsSync(python)) {
    execFileSync(process.env['SHIPSHAPE_RECORD_PYTHON'] ?? 'python3', ['-m', 'venv', place], { env });
  }
  const wanted = `packaging==${versionOf('packaging')}`;
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', wanted], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return python;
}

/** @param {string} inputs path of the file with them */
async function startPython(inputs) {
  const script = fileURLToPath(new URL('bench-standards.py', import.meta.url));
  const child = spawn(pythonWithPackaging(), [script, inputs], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('Python ended before it answered.');
    return JSON.parse(value);
  };
  /** @type {{ python: string, packaging: string }} */
  const about = await answer();
  return {
    about,
    /** @param {Task} task @returns {Promise<Round>} */
    run: (task) => {
      child.stdin.write(`${task}\n`);
      return answer();
    },
    stop: () => child.stdin.end(),
  };
}

/** @param {Core} core @param {ReturnType<typeof standardsInputs>} inputs */
function coreTasks(core, inputs) {
  /** @template T @param {T | undefined} value @returns {T} */
  const there = (value) => {
    if (value === undefined) throw new Error('An input of the bench can’t be read.');
    return value;
  };
  const specifiers = inputs.specifiers.map((text) => there(core.readSpecifierSet(text)));
  const candidates = inputs.candidates.map((text) => there(core.readVersion(text)));
  /** @type {Record<Task, () => Round>} */
  const run = {
    versions: () => {
      const { result, seconds } = timed(() => {
        const versions = inputs.versions.map((text) => there(core.readVersion(text)));
        return core.sortByVersion(versions, (version) => version);
      });
      const every = Math.floor(result.length / 100);
      return { seconds, digest: result.filter((_, at) => at % every === 0).map(core.formatVersion) };
    },
    membership: () => {
      const { result, seconds } = timed(() =>
        specifiers.map((set) => {
          let count = 0;
          for (const version of candidates) if (core.admits(set, version)) count++;
          return count;
        }),
      );
      return { seconds, digest: result };
    },
    wheels: () => {
      const { result, seconds } = timed(() => inputs.filenames.map((name) => there(core.readWheelFilename(name))));
      return { seconds, digest: result.reduce((sum, wheel) => sum + [...core.expandTags(wheel)].length, 0) };
    },
  };
  return run;
}

/** @template T @param {() => T} work */
function timed(work) {
  const start = performance.now();
  const result = work();
  return { result, seconds: (performance.now() - start) / 1000 };
}

/** Runs the bench and prints it. @returns {Promise<boolean>} whether the core is fast enough */
export async function benchStandards() {
  mkdirSync(folder, { recursive: true });
  const inputs = standardsInputs();
  const file = join(folder, 'inputs.json');
  writeFileSync(file, JSON.stringify(inputs));
  const core = /** @type {Core} */ (await loadModule('src/core/python/index.ts'));
  const ours = coreTasks(core, inputs);
  const python = await startPython(file);
  console.log(
    `bench: standards: Node ${process.versions.node} beside packaging ${python.about.packaging} on Python ${python.about.python}, best of ${rounds} rounds`,
  );
  let isEnough = true;
  for (const task of /** @type {Task[]} */ (Object.keys(tasks))) {
    let here = Number.POSITIVE_INFINITY;
    let there = Number.POSITIVE_INFINITY;
    for (let round = 0; round < rounds; round++) {
      const mine = ours[task]();
      const its = await python.run(task);
      if (JSON.stringify(mine.digest) !== JSON.stringify(its.digest)) throw new Error(`The answers differ: ${task}.`);
      here = Math.min(here, mine.seconds);
      there = Math.min(there, its.seconds);
    }
    const ratio = there / here;
    const judged = ratio < least ? `  (under ${least})` : '';
    console.log(
      `bench: standards: ${tasks[task]}: ${ratio.toFixed(1)} times faster: ${milliseconds(here)} beside ${milliseconds(there)}${judged}`,
    );
    isEnough &&= ratio >= least;
  }
  python.stop();
  return isEnough;
}

/** @param {number} seconds */
const milliseconds = (seconds) => `${(seconds * 1000).toFixed(1)} ms`;

if (import.meta.main) process.exitCode = (await benchStandards()) ? 0 : 1;
