/**
 * The state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { builds: [setup, …],     the builds so far; left out: one of the project as it was
 *       now: setup,             the project now; left out: as it was built last
 *       tap: 'touch',           what a tap on a file does; left out: edit
 *       lens: 'image',          as what it is seen; left out: steps
 *       open: 'app.py',         the file that is open, or Dockerfile; left out: none
 *       good: setup }           while the builder refuses the project now: what it took last
 *
 * A setup says what is otherwise than in the scenario:
 *
 *     { dockerfile: 'manifest-first' | { text: 'FROM …' },
 *       files: { 'app.py': { lines: 1 }, 'old.py': null, 'new.py': { text: '…', mode: '0755' } },
 *       arguments: { VERSION: '2' }, target: 'test', noCache: true }
 *
 * Of a file: `lines` are empty lines at its end, `touched` counts changes of its time, `text` is its own text, `size` that of one without
 * a text; null: it is gone.
 */
import { isObject, type Json } from '@/core/exercise';
import { LONGEST_NAME } from '@/figures/project-files/file-path';
import { LARGEST_TEXT, MOST_CHANGES, TAPS, type Tap } from './edit-files';
import { DOCKERFILE, pathFault } from './file-path';
import { type Files, isProject, sameFile, sorted } from './files-now';
import { type FileNow, fileNow, PLAIN_MODE, type ProjectScene, type Setup } from './scenario';
import { MOST_ARGUMENTS, sameDockerfile, sameSetup } from './setup';
import { type LayerState, LENSES, type Lens, MOST_BUILDS } from './state';

export function writeState({ first, builds, now, good, tap, open, lens }: LayerState): Json {
  const written = builds.map((setup) => writeSetup(first, setup));
  const last = builds.at(-1);
  const isOld = written.length === 1 && JSON.stringify(written[0]) === '{}';
  return {
    ...(isOld ? {} : { builds: written }),
    ...(last !== undefined && sameSetup(last, now) ? {} : { now: writeSetup(first, now) }),
    ...(tap === 'edit' ? {} : { tap }),
    ...(open === undefined ? {} : { open }),
    ...(good === undefined ? {} : { good: writeSetup(first, good) }),
    ...(lens === 'steps' ? {} : { lens }),
  };
}

function writeSetup(first: Setup, setup: Setup): Json {
  const { dockerfile, target, ignoresCache } = setup;
  const paths = [...new Set([...first.files.keys(), ...setup.files.keys()])].sort();
  const changed = paths.filter((path) => !sameFile(first.files.get(path), setup.files.get(path)));
  const files = changed.map((path) => [path, writeFile(first.files.get(path), setup.files.get(path))] as const);
  return {
    ...(sameDockerfile(setup, first)
      ? {}
      : { dockerfile: 'id' in dockerfile ? dockerfile.id : { text: dockerfile.text } }),
    ...(files.length === 0 ? {} : { files: Object.fromEntries(files) }),
    ...(setup.arguments.size === 0 ? {} : { arguments: Object.fromEntries(setup.arguments) }),
    ...(target === undefined ? {} : { target }),
    ...(ignoresCache ? { noCache: true } : {}),
  };
}

function writeFile(before: FileNow | undefined, now: FileNow | undefined): Json {
  if (now === undefined) return null;
  const { text, size, lines, touched, mode } = now;
  const isAsBefore = text === before?.text && size === before?.size;
  return {
    ...(isAsBefore ? {} : text === undefined ? { size } : { text }),
    ...(lines === 0 ? {} : { lines }),
    ...(touched === 0 ? {} : { touched }),
    ...(mode === (before?.mode ?? PLAIN_MODE) ? {} : { mode }),
  };
}

/** A stranger’s JSON → a state, or undefined when it is none. */
export function readState(scene: ProjectScene, json: Json): LayerState | undefined {
  if (!isObject(json)) return undefined;
  const { builds: written = [{}], now, tap = 'edit', lens = 'steps', open, good } = json;
  if (!Array.isArray(written) || written.length === 0 || written.length > MOST_BUILDS) return undefined;
  const builds = written.map((one: Json) => readSetup(scene, one));
  const last = builds.at(-1);
  const present = now === undefined ? last : readSetup(scene, now);
  const known = TAPS.find((one) => one === tap) satisfies Tap | undefined;
  const seen = LENSES.find((one) => one === lens) satisfies Lens | undefined;
  const taken = good === undefined ? undefined : readSetup(scene, good);
  if (!builds.every((one) => one !== undefined) || present === undefined) return undefined;
  if (known === undefined || seen === undefined) return undefined;
  if ((good !== undefined && taken === undefined) || !isOpenable(present, open)) return undefined;
  return { first: scene.first, builds, now: present, good: taken, tap: known, open, lens: seen };
}

function isOpenable({ files }: Setup, open: Json | undefined): open is string | undefined {
  return open === undefined || (typeof open === 'string' && (open === DOCKERFILE || files.has(open)));
}

function readSetup(scene: ProjectScene, json: Json): Setup | undefined {
  if (!isObject(json)) return undefined;
  const dockerfile = readDockerfile(scene, json['dockerfile']);
  const files = readFiles(scene, json['files']);
  const given = readArguments(json['arguments']);
  const { target, noCache = false } = json;
  if (!dockerfile || !files || !given || typeof noCache !== 'boolean') return undefined;
  if (target !== undefined && !isName(target)) return undefined;
  return { dockerfile, files, arguments: given, target, ignoresCache: noCache };
}

function readDockerfile({ scenario, first }: ProjectScene, json: Json | undefined): Setup['dockerfile'] | undefined {
  if (json === undefined) return first.dockerfile;
  if (typeof json === 'string') return scenario.dockerfiles.some(({ id }) => id === json) ? { id: json } : undefined;
  return isObject(json) && isText(json['text']) ? { text: json['text'] } : undefined;
}

function readFiles({ first }: ProjectScene, json: Json | undefined): Files | undefined {
  if (json === undefined) return first.files;
  if (!isObject(json)) return undefined;
  const files = new Map(first.files);
  for (const [path, one] of Object.entries(json)) {
    if (pathFault(path) !== undefined) return undefined;
    if (one === null) {
      files.delete(path);
      continue;
    }
    const file = readFile(first.files.get(path), one);
    if (file === undefined) return undefined;
    files.set(path, file);
  }
  return isProject(files) ? sorted(files) : undefined;
}

function readFile(before: FileNow | undefined, json: Json): FileNow | undefined {
  if (!isObject(json)) return undefined;
  const { text, size, lines = 0, touched = 0, mode = before?.mode ?? PLAIN_MODE } = json;
  if (text !== undefined && !isText(text)) return undefined;
  if (!isCount(lines) || !isCount(touched) || typeof mode !== 'string' || !/^0[0-7]{3}$/.test(mode)) return undefined;
  if (text !== undefined) return { text, size: 0, lines, touched, mode };
  if (size === undefined) return { ...(before ?? fileNow({ text: '' })), lines, touched, mode };
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 0) return undefined;
  return { text: undefined, size, lines, touched, mode };
}

function readArguments(json: Json | undefined): ReadonlyMap<string, string> | undefined {
  if (json === undefined) return new Map();
  if (!isObject(json)) return undefined;
  const given = Object.entries(json).filter((pair): pair is [string, string] => isName(pair[0]) && isName(pair[1]));
  return given.length === Object.keys(json).length && given.length <= MOST_ARGUMENTS ? new Map(given) : undefined;
}

const isText = (json: Json | undefined): json is string => typeof json === 'string' && json.length <= LARGEST_TEXT;
const isName = (json: Json | undefined): json is string => typeof json === 'string' && json.length <= LONGEST_NAME;
const isCount = (json: Json): json is number =>
  typeof json === 'number' && Number.isInteger(json) && json >= 0 && json <= MOST_CHANGES;
