// How an editable install leads to the working copy: a `.pth` file with folders, or setuptools’ finder, a module that the `.pth` file
// starts and that maps package names to places. Follows PEP 660, “What to put in the wheel”, and setuptools’ editable_wheel.
import type { DistributionPlan } from '@/core/wheel';
import { absolutePath, type Path } from '../lookup/path';
import type { EditableLink, InstalledFile } from './installation';
import { sitePackagesOf, type Workplace } from './workplace';

const decoder = new TextDecoder();

/** The links among the files that were installed; none of a regular install. */
export function editableLinks(
  files: readonly InstalledFile[],
  plan: DistributionPlan,
  place: Workplace,
): readonly EditableLink[] {
  if (plan.kind !== 'editable') return [];
  const site = sitePackagesOf(place);
  const links: EditableLink[] = [];
  for (const { path, content } of files) {
    if (!path.startsWith(`${site}/`) || !path.endsWith('.pth')) continue;
    const lines = decoder
      .decode(content)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
    const started = lines.map((line) => /^import[ \t]+(__editable__\w+_finder)\b/.exec(line)?.[1]).find(Boolean);
    if (started !== undefined) {
      const finder = files.find((file) => file.path === `${site}/${started}.py`);
      if (finder !== undefined) {
        const mapping = mappingOf(decoder.decode(finder.content), place);
        links.push({ kind: 'finder', file: path, finder: finder.path, mapping });
      }
      continue;
    }
    const folders = lines
      .filter((line) => !/^import[ \t]/.test(line))
      .map((line) => absolutePath(site, line.trimEnd()));
    links.push({ kind: 'path', file: path, folders });
  }
  return links;
}

/** `MAPPING: dict[str, str] = {'greeting': '/home/you/greeting/greeting'}`; a relative place counts from the project. */
function mappingOf(finder: string, place: Workplace): ReadonlyMap<string, Path> {
  const written = /^MAPPING\b[^=\n]*=\s*\{([^}]*)\}/m.exec(finder)?.[1] ?? '';
  const pairs = [...written.matchAll(/['"]([^'"]+)['"]\s*:\s*['"]([^'"]+)['"]/g)];
  return new Map(pairs.map(([, name = '', where = '']) => [name, absolutePath(place.project, where)]));
}
