// One entry point: a name in a group that leads to an object. Follows the entry points specification, "Data model" and
// "Use for scripts".
import { parseName } from '../name-parse';
import { type Problem, problemAt } from '../problem';
import { skipWhiteSpaceBack } from '../text';
import { isIdentifier } from './import-name';
import { strip } from './python-text';

/** An entry point. */
export interface EntryPoint {
  readonly group: string;
  readonly name: string;
  /** The module to import, dots and all. */
  readonly module: string;
  /** The object in the module, such as `main` or `Type.method`; `undefined` if it is the module itself. */
  readonly attribute: string | undefined;
  /** Extras that must be installed; new files should name none. */
  readonly extras: readonly string[];
}

export type EntryPointReading =
  | { readonly entryPoint: EntryPoint; readonly problem?: never }
  | { readonly problem: Problem; readonly about: 'name' | 'value' };

/** Groups whose names become commands. */
const SCRIPT_GROUPS: readonly string[] = ['console_scripts', 'gui_scripts'];

/**
 * Reads an entry point, as a line of entry_points.txt or of `[project.scripts]` has it. The problem's place is one in the name
 * or in the value, whichever it is `about`. White space may stand around the colon and the brackets.
 *
 * Problems: `entry-points/name`, `entry-points/command`, `entry-points/object`, `entry-points/function`,
 * `entry-points/extras`. Follows (Entry points, "Data model").
 *
 * @example readEntryPoint({ group: 'kit.plugins', name: 'csv', value: 'kit.csv : Reader [fast]' }).entryPoint.extras // → ['fast']
 */
export function readEntryPoint(given: Readonly<Record<'group' | 'name' | 'value', string>>): EntryPointReading {
  const { group, name, value } = given;
  const nameProblem = entryNameProblem(group, name);
  if (nameProblem !== undefined) return { problem: nameProblem, about: 'name' };
  const refuse = (code: string, message: string): EntryPointReading => ({
    problem: problemAt(code, 0, value.length, message),
    about: 'value',
  });
  const bracket = value.indexOf('[');
  // White space before the module is the one that readers don't accept: a value that begins in the next line has it.
  const object = bracket === -1 ? value : value.slice(0, bracket);
  const colon = object.indexOf(':');
  const moduleText = colon === -1 ? object : object.slice(0, colon);
  const module = moduleText.slice(0, skipWhiteSpaceBack(moduleText, moduleText.length, 0));
  const attribute = colon === -1 ? undefined : strip(object.slice(colon + 1));
  if (!isDotted(module) || (attribute !== undefined && !isDotted(attribute))) {
    return refuse('entry-points/object', adviseObject(object));
  }
  if (attribute === undefined && SCRIPT_GROUPS.includes(group)) {
    return refuse('entry-points/function', `A command calls a function: write ${module}:main, or what its name is.`);
  }
  const extras = bracket === -1 ? [] : readExtras(value.slice(bracket + 1));
  if (extras === undefined) {
    return refuse(
      'entry-points/extras',
      'In the brackets stand names of extras, separated by commas, and nothing comes after.',
    );
  }
  return { entryPoint: { group, name, module, attribute, extras } };
}

/** What to write instead of a path or a call. */
function adviseObject(object: string): string {
  const [path = '', written = ''] = object.slice(0, 200).trim().split(':', 2);
  const name = written.trim().replace(/\(\)$/, '');
  const module = path
    .trim()
    .replace(/^(?:\.?[/\\])?(?:src[/\\])?/, '')
    .replace(/\.py$/, '')
    .replace(/[/\\]__init__$/, '')
    .replace(/[/\\]/g, '.');
  const meant = `${module}:${name || 'main'}`;
  const underscored = module.replaceAll('-', '_');
  if (underscored !== module && isDotted(underscored) && isDotted(name || 'main')) {
    return `A module’s name has no “-”, though a project’s may: write ${underscored}:${name || 'main'}.`;
  }
  if (!isDotted(module) || !isDotted(name || 'main')) {
    return 'The value is a module and an object in it, such as kit.cli:main.';
  }
  return written.includes('(')
    ? `The function is named here, not called: write ${meant}.`
    : `A module is named with dots, as it is imported, not by its file’s path: write ${meant}.`;
}

function isDotted(text: string): boolean {
  return text.split('.').every(isIdentifier);
}

/** The names in `one, two]`, or `undefined` if they are no names or something comes after the bracket. */
function readExtras(text: string): readonly string[] | undefined {
  const inner = strip(text);
  if (!inner.endsWith(']')) return undefined;
  const names = inner.slice(0, -1).split(',').map(strip);
  if (names.length === 1 && names[0] === '') return [];
  return names.every((name) => parseName(name).value !== undefined) ? names : undefined;
}

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i;

function entryNameProblem(group: string, name: string): Problem | undefined {
  const report = (code: string, message: string) => problemAt(code, 0, name.length, message);
  if (name === '' || /[=\r\n]/.test(name) || name.startsWith('[') || strip(name) !== name || /^[#;]/.test(name)) {
    const message =
      'A name has no “=” and no line end in it, no white space around it, and doesn’t begin with “[”, “#” or “;”.';
    return report('entry-points/name', message);
  }
  if (!SCRIPT_GROUPS.includes(group)) return undefined;
  if (/^[\p{L}\p{N}_.-]+$/u.test(name) && !/^\.+$/.test(name) && !DEVICE.test(name)) return undefined;
  return report(
    'entry-points/command',
    'This becomes the file name of a command: letters, digits, “_”, “-” and “.”, such as greet.',
  );
}

/** `module:attribute [extra,extra]`, as the value is written. */
function formatEntryPointValue({ module, attribute, extras }: EntryPoint): string {
  return (
    module + (attribute === undefined ? '' : `:${attribute}`) + (extras.length === 0 ? '' : ` [${extras.join(',')}]`)
  );
}

/**
 * Writes entry_points.txt: groups in the order in which they first come, each with its names in theirs (Entry points, "File
 * format").
 *
 * @example formatEntryPoints(parseEntryPoints('[a.b]\nx=m : f').value) // → '[a.b]\nx = m:f\n'
 */
export function formatEntryPoints(entryPoints: readonly EntryPoint[]): string {
  const groups = new Map<string, string[]>();
  for (const entryPoint of entryPoints) {
    const lines = groups.get(entryPoint.group) ?? [];
    lines.push(`${entryPoint.name} = ${formatEntryPointValue(entryPoint)}\n`);
    groups.set(entryPoint.group, lines);
  }
  return [...groups].map(([group, lines]) => `[${group}]\n${lines.join('')}`).join('\n');
}
