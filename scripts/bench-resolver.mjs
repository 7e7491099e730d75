/**
 * `npm run bench -- resolver`: the resolver beside pip's and beside the `pubgrub` crate, on the same drawn indexes in one run; what a
 * chain and a fan of thousands of packages take; and what every shipped scenario takes from its text to all that a figure shows of it.
 *
 * The sides take turns, and each reads and parses an index before its time is taken. Times are of the processor, but the crate's of the
 * clock, which can only flatter ours on a machine that does something else. pip's side stops a search after a bound, which then
 * counts as its time (bench-resolver.py says what of pip runs, bench-resolver/src/main.rs what of the crate). Fails if the core isn't
 * fifty times faster than pip in total; all else is reported.
 *
 * The first run makes a virtual environment and builds the crate in .cache/, and needs the indexes of both for it.
 * SHIPSHAPE_RECORD_PYTHON  the Python to take (default python3; 3.10 or newer)
 */
import './check-node.mjs';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadModule } from './load-module.mjs';
import { home } from './programs.mjs';
import { plainPipEnvironment } from './record/tools-venv.ts';
import { versionOf } from './record/versions.ts';
import { chain, drawnIndex, fan, scenarioText } from './resolver-inputs.mjs';

/** How many times faster than pip the core has to be, in total. */
const leastOverPip = 50;
/** How many times as long as the crate it may take: what is aimed at. */
const mostOverCrate = 3;
/** Seconds after which a search of pip's is given up. */
const bound = 20;
const rounds = { ours: 12, crate: 12, pip: 2 };
const folder = join(home, '.cache/bench-resolver');
const frame = 1000 / 60;

/** @typedef {typeof import('../src/core/resolution/index.ts')} Core */
/** @typedef {import('../src/core/resolution/problem.ts').ResolutionProblem} Problem */
/** @typedef {{ kind: string, seconds: number, pins?: Record<string, string> | null }} Answer */
/** @typedef {import('./resolver-inputs.mjs').DrawnIndex} DrawnIndex */

/** Every package is required by the root, so that nothing is decided by how a root was chosen. @returns {DrawnIndex[]} */
export function benchIndexes() {
  const shapes = [
    { end: 'own', packages: 80, releases: 8, requires: 2, tightness: 15 },
    { end: 'own', packages: 100, releases: 12, requires: 3, tightness: 30 },
    { end: 'own', packages: 120, releases: 16, requires: 4, tightness: 30 },
    { end: 'planted', packages: 80, releases: 8, requires: 2, tightness: 20 },
    { end: 'planted', packages: 100, releases: 10, requires: 3, tightness: 15 },
    { end: 'planted', packages: 80, releases: 10, requires: 4, tightness: 30 },
    { end: 'any', packages: 80, releases: 8, requires: 8, tightness: 80 },
    { end: 'any', packages: 100, releases: 10, requires: 9, tightness: 80 },
    { end: 'any', packages: 80, releases: 12, requires: 10, tightness: 80 },
  ];
  return shapes.map(({ end, ...shape }, at) =>
    drawnIndex({
      ...shape,
      end: /** @type {'own' | 'planted' | 'any'} */ (end),
      name: `${shape.packages} packages × ${shape.releases} releases`,
      seed: 5 + at,
    }),
  );
}

/** What an index turns out to be, by the core's answer. @param {{ kind: string, counts: { conflicts: number } }} answer */
const sortOf = ({ kind, counts }) =>
  kind !== 'solved' ? 'unsolvable' : counts.conflicts === 0 ? 'solvable easily' : 'solvable with conflicts';

/** A Python with the pip that the course names. @returns {string} */
function pythonWithPip() {
  const place = join(home, '.cache/bench-pip');
  const python = process.platform === 'win32' ? join(place, 'Scripts/python.exe') : join(place, 'bin/python');
  const env = plainPipEnvironment();
  if (!existsSync(python)) {
    execFileSync(process.env['SHIPSHAPE_RECORD_PYTHON'] ?? 'python3', ['-m', 'venv', place], { env });
  }
  const wanted = `pip==${versionOf('pip')}`;
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', wanted], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return python;
}

/** The driver of the crate; undefined without Cargo. @returns {string | undefined} */
function crateDriver() {
  cpSync(fileURLToPath(new URL('bench-resolver', import.meta.url)), folder, {
    recursive: true,
    preserveTimestamps: true,
  });
  try {
    execFileSync('cargo', ['build', '--release', '--quiet'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    console.log(`bench: resolver: without the crate, as Cargo didn’t build it: ${error}`);
    return undefined;
  }
  return join(folder, 'target/release', process.platform === 'win32' ? 'bench-resolver.exe' : 'bench-resolver');
}

/** A program that answers a line with a line of JSON. @param {string} program @param {readonly string[]} args */
function started(program, args) {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended before it answered.`);
    return JSON.parse(value);
  };
  return {
    answer,
    /** @param {unknown} question @returns {Promise<Answer>} */
    ask: (question) => {
      child.stdin.write(`${JSON.stringify(question)}\n`);
      return answer();
    },
    stop: () => child.stdin.end(),
  };
}

/**
 * Milliseconds of processor time that one run takes on average, with compiling and garbage collection on other threads; other programs don't count.
 * @param {() => unknown} work @param {number} least milliseconds that all runs together take
 */
function processorTime(work, least) {
  const now = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  work();
  const start = now();
  let runs = 0;
  do {
    work();
    runs++;
  } while (now() - start < least);
  return (now() - start) / runs;
}

/** @param {readonly number[]} numbers @param {number} share */
const quantile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
/** @param {readonly number[]} numbers */
const sumOf = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
/** @param {number} seconds */
const ms = (seconds) => `${(seconds * 1000).toPrecision(3)} ms`;
/** @param {string} line */
const say = (line) => console.log(`bench: resolver: ${line}`);

/** @param {Core} core @param {string} text @returns {Problem} */
function problemOf(core, text) {
  const { value, problems } = core.parseScenario(text);
  if (value === undefined) throw new Error(`An index of the bench can’t be read: ${problems[0]?.message}`);
  return value.problem;
}

/** Ours beside pip's and the crate's. @param {Core} core @returns {Promise<boolean>} whether ours is fast enough */
async function besideOthers(core) {
  const indexes = benchIndexes();
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'indexes.json');
  writeFileSync(file, JSON.stringify(indexes));
  const problems = indexes.map((index) => problemOf(core, scenarioText(index)));
  const driver = crateDriver();
  const crate = driver === undefined ? undefined : started(driver, [file]);
  const pip = started(pythonWithPip(), [fileURLToPath(new URL('bench-resolver.py', import.meta.url)), file]);
  /** @type {{ python: string, pip: string, resolvelib: string }} */
  const about = await pip.answer();
  const cargo = readFileSync(join(folder, 'Cargo.toml'), 'utf8');
  say(
    `Node ${process.versions.node} beside pip ${about.pip} (resolvelib ${about.resolvelib}) on Python ${about.python} and pubgrub ${/pubgrub = "=(.*)"/.exec(cargo)?.[1]} built by ${execFileSync('rustc', ['--version'], { encoding: 'utf8' }).trim()}`,
  );
  const times = indexes.map(() => ({
    ours: /** @type {number[]} */ ([]),
    crate: /** @type {number[]} */ ([]),
    lean: /** @type {number[]} */ ([]),
    pip: /** @type {number[]} */ ([]),
  }));
  const sorts = problems.map((problem) => sortOf(core.resolve(problem)));
  const isOutOfTime = indexes.map(() => ({ lean: false, pip: false }));
  for (let round = 0; round < rounds.ours; round++) {
    for (const [at, problem] of problems.entries()) {
      const own = times[at];
      const out = isOutOfTime[at];
      if (own === undefined || out === undefined) continue;
      const result = core.resolve(problem);
      const seconds = processorTime(() => core.resolve(problem), 20) / 1000;
      own.ours.push(seconds);
      const solvable = result.kind === 'solved';
      /** @param {string} side @param {Answer} answer */
      const agree = (side, answer) => {
        if (answer.kind === (solvable ? 'solved' : 'unsolvable')) return;
        if (answer.kind === 'out of time' || answer.kind === 'too deep') return;
        throw new Error(`${side} says ${answer.kind} where the core says ${result.kind}: ${indexes[at]?.name}`);
      };
      if (crate !== undefined && round < rounds.crate) {
        const answer = await crate.ask(at);
        agree('pubgrub', answer);
        own.crate.push(answer.seconds);
      }
      for (const way of /** @type {const} */ (['lean', 'pip'])) {
        // A search that came to the bound would come to it again.
        if (round >= rounds.pip || out[way]) continue;
        const answer = await pip.ask({ way, index: at, seconds: bound });
        agree(way, answer);
        out[way] = answer.kind === 'out of time';
        own[way].push(answer.seconds);
      }
    }
  }
  pip.stop();
  crate?.stop();
  /** @typedef {'ours' | 'crate' | 'lean' | 'pip'} Side */
  /** @param {Side} side */
  const best = (side) => times.map((own) => Math.min(...own[side]));
  /** @param {Side} side */
  const median = (side) => times.map((own) => quantile(own[side], 0.5));
  for (const [at, index] of indexes.entries()) {
    const of = (/** @type {Side} */ side) => best(side)[at] ?? 0;
    const middle = (/** @type {Side} */ side) => median(side)[at] ?? 0;
    const out = isOutOfTime[at]?.lean === true ? ' (the bound)' : '';
    const ours = `best ${ms(of('ours'))}, median ${ms(middle('ours'))}`;
    const other = `${(of('lean') / of('ours')).toFixed(0)} times faster than pip’s ${ms(of('lean'))}${out}`;
    const third =
      crate === undefined ? '' : `, ${(of('ours') / of('crate')).toFixed(1)} times the crate’s ${ms(of('crate'))}`;
    say(`${index.name}, ${sorts[at]}: ${ours}; ${other}${third}`);
  }
  let isEnough = true;
  for (const [side, name] of /** @type {const} */ ([
    ['lean', 'pip’s provider over lists of candidates'],
    ['pip', 'pip’s provider, factory and finder'],
  ])) {
    const ratio = sumOf(best(side)) / sumOf(best('ours'));
    const easy = times.flatMap((_, at) =>
      sorts[at] === 'solvable easily' ? [(best(side)[at] ?? 0) / (best('ours')[at] ?? 1)] : [],
    );
    isEnough &&= ratio >= leastOverPip;
    const judged = ratio < leastOverPip ? `  (under ${leastOverPip})` : '';
    const medians = sumOf(median(side)) / sumOf(median('ours'));
    say(
      `in total ${ratio.toFixed(0)} times faster than ${name}, by medians ${medians.toFixed(0)}; at least ${Math.min(...easy).toFixed(0)} on those without conflicts${judged}`,
    );
  }
  if (crate !== undefined) {
    const ratio = sumOf(best('ours')) / sumOf(best('crate'));
    const ratios = times.map((_, at) => (best('ours')[at] ?? 0) / (best('crate')[at] ?? 1));
    const middle = sumOf(median('ours')) / sumOf(median('crate'));
    const aim = ratio > mostOverCrate ? `  (the aim is ${mostOverCrate})` : '';
    say(
      `in total ${ratio.toFixed(1)} times the time of the crate, by medians ${middle.toFixed(1)}; on the middle index ${quantile(ratios, 0.5).toFixed(1)}${aim}`,
    );
  }
  return isEnough;
}

/** What long chains and wide fans take, by their size. @param {Core} core */
function growth(core) {
  const sizes = [1000, 3000, 10_000];
  for (const [name, make] of /** @type {const} */ ([
    ['chain', chain],
    ['fan', fan],
  ])) {
    for (const universal of [false, true]) {
      const texts = sizes.map((size) => scenarioText({ ...make(size), universal }));
      const ways = /** @type {const} */ ({
        read: (/** @type {number} */ at) => core.parseScenario(texts[at] ?? ''),
        pubgrub: (/** @type {number} */ at) => core.resolve(problems[at] ?? never()),
        ...(universal
          ? {}
          : { backtracking: (/** @type {number} */ at) => core.solveByBacktracking(problems[at] ?? never()) }),
      });
      const problems = texts.map((text) => problemOf(core, text));
      for (const [way, run] of Object.entries(ways)) {
        const each = sizes.map((size, at) => (processorTime(() => run(at), 200) / size) * 1000);
        const [first = 1] = each;
        say(
          `a ${name} of ${sizes.join(', ')} packages${universal ? ' for all environments' : ''}, ${way}: ${each.map((one) => one.toFixed(1)).join(', ')} µs of processor time a package; ${((each.at(-1) ?? 0) / first).toFixed(2)} times as much of each at the end`,
        );
      }
    }
  }
}

/** @returns {never} */
function never() {
  throw new Error('There is no such size.');
}

/** The steps that a page takes before a worker goes on, and those of each search for an explanation or a way out. */
const inline = { search: 4000, again: 2000 };

/**
 * What a keystroke in each shipped scenario takes: its text read, resolved, who asks for what, and where it can't be resolved the
 * explanation and the ways out.
 *
 * @param {Core} core
 */
function keystrokes(core) {
  const place = join(home, 'content/scenarios/resolver');
  const files = readdirSync(place).filter((file) => file.endsWith('.toml'));
  const texts = files.map((file) => readFileSync(join(place, file), 'utf8'));
  /** @param {string} text */
  const run = (text) => {
    const { value } = core.parseScenario(text);
    if (value === undefined) return;
    const { problem } = value;
    const outcome = core.resolve(problem, { budget: inline.search });
    if (outcome.kind !== 'unsolvable') {
      core.asksOfAnswer(problem, outcome.kind === 'solved' ? outcome.forks.flatMap(({ pins }) => pins) : []);
      return;
    }
    core.asksAtFault(problem, outcome.derivation, outcome.packages);
    /** @param {Problem} other */
    const again = (other) => core.resolve(other, { budget: inline.again });
    const why = core.explain(problem, again);
    if (why !== undefined) core.writeExplanation(why);
    core.waysOut(problem, again);
  };
  for (const text of texts) run(text);
  const rows = files.map((file, at) => ({ file, time: processorTime(() => run(texts[at] ?? ''), 20) }));
  const times = rows.map(({ time }) => time);
  say(
    `a keystroke in each of ${rows.length} scenarios, in processor time: p50 ${quantile(times, 0.5).toFixed(2)}, p95 ${quantile(times, 0.95).toFixed(2)}, max ${Math.max(...times).toFixed(2)} ms`,
  );
  for (const { file, time } of rows.sort((left, right) => right.time - left.time).slice(0, 5)) {
    say(`  ${file}: ${time.toFixed(1)} ms${time > frame ? '  (over a frame)' : ''}`);
  }
}

/** Runs the bench and prints it. @returns {Promise<boolean>} whether the core is fast enough beside pip */
export async function benchResolver() {
  const core = /** @type {Core} */ (await loadModule('src/core/resolution/index.ts'));
  keystrokes(core);
  growth(core);
  return besideOthers(core);
}

if (import.meta.main) process.exitCode = (await benchResolver()) ? 0 : 1;
