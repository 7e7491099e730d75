// What hatchling 1.33 makes of `[project]`: lists sorted and each item once, names in normal form, an extra that names the project’s own
// extras replaced by what they require. What it refuses beyond the standard: requirements by address, and keys that are static and
// dynamic at once.
import {
  formatRequirement,
  normalizeName,
  type Project,
  type ProjectExtra,
  type ProjectKey,
  type Requirement,
} from '@/core/python';
import type { BuildInput, Found } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { type ProjectDocument, placeOfKeys, valueAt } from '../project-document';
import { HatchSettings } from './hatch-settings';

/** The project as hatchling builds it. */
export function readHatchProject(input: BuildInput): Found<Project> {
  const { document } = input;
  const hooks = new HatchSettings(input).hooks();
  if (hooks !== undefined) return { value: undefined, problems: [hooks] };
  const { project } = document;
  if (project === undefined) {
    const message =
      'hatchling builds what [project] describes, and the table is missing: add it, with a name and a version.';
    const toolSays = 'ValueError: Missing `project` metadata table in configuration';
    const isMissing = !document.root.entries.has('project');
    return { value: undefined, problems: isMissing ? [buildError('no-project', message, { toolSays })] : [] };
  }
  const problems = [...staticAndDynamic(project, document), ...directReferences(project, document)];
  const extras = withoutOwnExtras(project, document, problems);
  const value: Project = {
    ...project,
    // More lines than one are joined.
    description: project.description?.split(/\r\n|\r|\n/).join(' '),
    keywords: [...new Set(project.keywords)].sort(),
    classifiers: [...new Set(project.classifiers)].sort(),
    dependencies: sortedOnce(project.dependencies),
    extras: extras.toSorted(({ name }, other) => (name < other.name ? -1 : 1)),
  };
  return { value, problems };
}

/** Each requirement once, its names in normal form, by their text. */
function sortedOnce(requirements: readonly Requirement[]): readonly Requirement[] {
  const byText = new Map<string, Requirement>();
  for (const requirement of requirements) {
    const extras = [...new Set(requirement.extras.map((extra) => String(normalizeName(extra))))].sort();
    const normal = { ...requirement, name: requirement.normalizedName, extras };
    byText.set(formatRequirement(normal), normal);
  }
  return [...byText].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, requirement]) => requirement);
}

/** A key that has a value can’t be dynamic too: hatchling knows no adding to lists (PEP 808). */
function staticAndDynamic(project: Project, document: ProjectDocument): readonly BuildProblem[] {
  return project.dynamic.flatMap((key: ProjectKey) => {
    if (valueAt(document.root, ['project', key]) === undefined) return [];
    const message = `“${key}” has a value and is dynamic: hatchling takes one or the other.`;
    const toolSays = `ValueError: Metadata field \`${key}\` cannot be both statically defined and listed in field \`project.dynamic\``;
    return [buildError('static-and-dynamic', message, { at: placeOfKeys(document, ['project', 'dynamic']), toolSays })];
  });
}

/** Requirements with an address, which an index refuses; hatchling wants them allowed first. */
function directReferences(project: Project, document: ProjectDocument): readonly BuildProblem[] {
  const allowed = valueAt(document.root, ['tool', 'hatch', 'metadata', 'allow-direct-references']);
  if (allowed?.kind === 'boolean' && allowed.value) return [];
  const told = (requirements: readonly Requirement[], keys: readonly string[], where: string) =>
    requirements.flatMap(({ url, name }, index) => {
      if (url === undefined) return [];
      const message = `${name} is required by its address, which PyPI refuses: name a release instead, or allow it with allow-direct-references = true in [tool.hatch.metadata].`;
      const toolSays = `ValueError: Dependency #${index + 1} of ${where} cannot be a direct reference unless field \`tool.hatch.metadata.allow-direct-references\` is set to \`true\``;
      return [buildError('direct-reference', message, { at: placeOfKeys(document, ['project', ...keys]), toolSays })];
    });
  return [
    ...told(project.dependencies, ['dependencies'], 'field `project.dependencies`'),
    ...project.extras.flatMap(({ written, requirements }) =>
      told(
        requirements,
        ['optional-dependencies', written],
        `option \`${written}\` of field \`project.optional-dependencies\``,
      ),
    ),
  ];
}

/** So many extras may name each other here; each step joins lists. */
const MAX_INHERITING = 200;

/** Extras in which the project’s own (`kit[fast]`) are replaced by their requirements. */
function withoutOwnExtras(
  project: Project,
  document: ProjectDocument,
  problems: BuildProblem[],
): readonly ProjectExtra[] {
  const own = new Map<string, ReadonlySet<string>>();
  const others = new Map<string, readonly Requirement[]>();
  for (const { name, requirements } of project.extras) {
    const isOwn = ({ normalizedName }: Requirement) => normalizedName === project.normalizedName;
    const inherited = requirements.filter(isOwn).flatMap(({ extras }) => extras.map((extra) => normalizeName(extra)));
    if (inherited.length > 0 || requirements.some(isOwn)) own.set(name, new Set(inherited.map(String)));
    others.set(name, sortedOnce(requirements.filter((requirement) => !isOwn(requirement))));
  }
  const refuse = (message: string, toolSays: string): readonly ProjectExtra[] => {
    const at = placeOfKeys(document, ['project', 'optional-dependencies']);
    problems.push(buildError('own-extra', message, { at, toolSays: `ValueError: ${toolSays}` }));
    return project.extras;
  };
  if (own.size > MAX_INHERITING) return refuse('More extras name each other than are resolved here.', '');
  // In rounds: an extra is done when all that it names are.
  while (own.size > 0) {
    const done = [...own].filter(([, inherited]) => [...inherited].every((name) => !own.has(name)));
    const [first] = own.keys();
    if (done.length === 0) {
      return refuse(
        `The extra “${first}” names itself, by whichever way: take one of the names out.`,
        `Field \`project.optional-dependencies\` defines a circular dependency group: ${first}`,
      );
    }
    for (const [name, inherited] of done) {
      const unknown = [...inherited].find((extra) => !others.has(extra));
      if (unknown !== undefined) {
        return refuse(
          `The extra “${name}” names ${unknown}, which this project doesn’t have.`,
          `Unknown recursive dependency group in field \`project.optional-dependencies\`: ${unknown}`,
        );
      }
      const joined = [...inherited].flatMap((extra) => others.get(extra) ?? []);
      others.set(name, sortedOnce([...(others.get(name) ?? []), ...joined]));
      own.delete(name);
    }
  }
  return project.extras.map((extra) => ({ ...extra, requirements: others.get(extra.name) ?? [] }));
}
