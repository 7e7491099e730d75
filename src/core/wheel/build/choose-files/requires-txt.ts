// requires.txt in `.egg-info`: the requirements of a project in setuptools’ own old form, sorted into sections by extra and marker. Nothing
// that installs wheels reads it; every sdist of setuptools with requirements has it.
import { formatMarker, formatRequirement, type Project, type Requirement } from '@/core/python';

/** The file’s text, or nothing where the project requires nothing. */
export function formatRequiresTxt({ dependencies, extras }: Project): string | undefined {
  if (dependencies.length + extras.length === 0) return undefined;
  const sections = new Map<string, string[]>();
  const plain: string[] = [];
  const add = (section: string, requirement: Requirement): void => {
    const line = formatRequirement({ ...requirement, marker: undefined });
    const lines = sections.get(section) ?? [];
    if (!lines.includes(line)) lines.push(line);
    sections.set(section, lines);
  };
  const suffix = ({ marker }: Requirement): string => (marker === undefined ? '' : `:${formatMarker(marker)}`);
  for (const { written, requirements } of extras) {
    sections.set(written, sections.get(written) ?? []);
    for (const requirement of requirements) add(`${written}${suffix(requirement)}`, requirement);
  }
  for (const requirement of dependencies) {
    if (requirement.marker === undefined) plain.push(formatRequirement(requirement));
    else add(suffix(requirement), requirement);
  }
  const sorted = [...sections].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return [
    ...plain.map((line) => `${line}\n`),
    ...sorted.map(([section, lines]) => `\n[${section}]\n${lines.map((line) => `${line}\n`).join('')}`),
  ].join('');
}
