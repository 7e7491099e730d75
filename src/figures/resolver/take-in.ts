/**
 * Requirements from a file that a reader brings: a requirements file (pip, "Requirements File Format") or the dependencies of a
 * pyproject.toml. What can't be taken is told with the reason; what the scenario's index doesn't have, too.
 */
import {
  formatRequirement,
  type Problem,
  parseRequirement,
  parseRequirementsFile,
  parseToml,
  placeOf,
  type Requirement,
  type TomlTable,
  type TomlValue,
} from '@/core/python';
import { parseScenario } from '@/core/resolution';
import { refusalOf } from './own-requirement';
import { LARGEST_TEXT } from './state';

export interface TakenIn {
  /** As requirements, in the order of the file. */
  readonly texts: readonly string[];
  /** What was left, and why, in sentences. */
  readonly left: readonly string[];
}

/** Left-overs that are named. */
const MOST_LEFT = 12;
/** Requirements that are taken: more than a project has. */
const MOST_TAKEN = 2_000;

/** What of a file can be asked for in a scenario. */
export function takeIn(text: string, scenario: string): TakenIn {
  if (text.length > LARGEST_TEXT) {
    return {
      texts: [],
      left: [`The file has more than ${LARGEST_TEXT.toLocaleString('en')} characters: it was not read.`],
    };
  }
  const isPyproject = /^\s*\[(project|build-system|dependency-groups|tool\.[^\]]*)\]\s*$/m.test(text);
  const { requirements, left } = isPyproject ? fromPyproject(text) : fromRequirementsFile(text);
  const index = parseScenario(scenario).value?.problem.index;
  const known = requirements.filter(({ normalizedName }) => index === undefined || index.has(normalizedName));
  const strangers = requirements.filter((requirement) => !known.includes(requirement));
  const others = strangers.map(({ name }) => `${name}: the index of this scenario doesn’t have it.`);
  const all = [...left, ...others];
  const more = all.length - MOST_LEFT;
  return {
    texts: known.slice(0, MOST_TAKEN).map(formatRequirement),
    left: more > 0 ? [...all.slice(0, MOST_LEFT), `And ${more} more.`] : all,
  };
}

interface Found {
  readonly requirements: readonly Requirement[];
  readonly left: readonly string[];
}

function fromRequirementsFile(text: string): Found {
  const { problems } = parseRequirementsFile(text);
  const { value } = parseRequirementsFile(withoutLines(text, problems));
  const requirements: Requirement[] = [];
  const left = problems.map((problem) => placed(text, problem));
  for (const line of value?.lines ?? []) {
    const { line: number } = line;
    if (line.kind === 'options') {
      const names = line.options.map(({ option }) => option).join(', ');
      left.push(`Line ${number}: ${names} was not followed, only requirements are taken.`);
    } else if (line.target.kind !== 'requirement' || line.target.requirement.url !== undefined || line.isEditable) {
      left.push(`Line ${number}: an address or a path is not modelled here, only releases of an index.`);
    } else {
      if (line.hashes.length > 0) left.push(`Line ${number}: its hashes count for nothing here.`);
      requirements.push(line.target.requirement);
    }
  }
  return { requirements, left };
}

/** The text with the lines left empty in which something is wrong, so that the others can be read. */
function withoutLines(text: string, problems: readonly Pick<Problem, 'at'>[]): string {
  const wrong = new Set(problems.map(({ at }) => placeOf(text, at.start).line));
  if (wrong.size === 0) return text;
  return text
    .split('\n')
    .map((line, at) => (wrong.has(at + 1) ? '' : line))
    .join('\n');
}

/** The dependencies of `[project]`, whatever else of the file is missing or wrong (pyproject.toml specification, "dependencies"). */
function fromPyproject(text: string): Found {
  const { value, problems } = parseToml(text);
  if (value === undefined) return { requirements: [], left: problems.map((problem) => placed(text, problem)) };
  const project = value.entries.get('project')?.value;
  if (project?.kind !== 'table') return { requirements: [], left: ['There is no [project] table in it.'] };
  const requirements: Requirement[] = [];
  const left: string[] = [];
  const extras = project.entries.get('optional-dependencies')?.value;
  if (itemsOf(project, 'dynamic').some((item) => item.kind === 'string' && item.value === 'dependencies')) {
    left.push('Its dependencies are dynamic: its build backend alone knows them.');
  }
  for (const extra of extras?.kind === 'table' ? extras.entries.keys() : []) {
    left.push(`The extra ${extra} was not taken: nobody asks for it here.`);
  }
  for (const item of itemsOf(project, 'dependencies')) {
    const written = item.kind === 'string' ? item.value : text.slice(item.at.start, item.at.end);
    const refusal = item.kind === 'string' ? refusalOf(written) : 'A requirement is a string.';
    const requirement = parseRequirement(written).value;
    if (refusal !== undefined || requirement === undefined)
      left.push(placed(text, { at: item.at, message: refusal ?? '' }));
    else requirements.push(requirement);
  }
  return { requirements, left };
}

function itemsOf(table: TomlTable, key: string): readonly TomlValue[] {
  const value = table.entries.get(key)?.value;
  return value?.kind === 'array' ? value.items : [];
}

function placed(text: string, { at, message }: Pick<Problem, 'at' | 'message'>): string {
  const { line } = placeOf(text, at.start);
  return `Line ${line}: ${message}`;
}
