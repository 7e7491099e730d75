// What hatchling 1.33 does: its default files, its tag, its patterns for licences, and what it refuses. Studied in its own source and
// held against recorded builds. Hooks and plugins are code, and aren’t run.
import { admits, type MetadataField, type Project, type ProjectKey, parseVersion, type TagSets } from '@/core/python';
import type { BackendRules, BuildInput, Found } from '../backend-rules';
import { buildError } from '../build-problem';
import { Effort, FLAT_GLOB, pathsLike } from '../glob';
import { placeOfKeys } from '../project-document';
import { chooseHatchFiles } from './hatch-files';
import { readHatchProject } from './hatch-project';
import { findHatchVersion } from './hatch-version';
import { judgeAsHatchling } from './hatch-words';

export const HATCHLING: BackendRules = {
  backend: 'hatchling',
  generator: 'hatchling 1.33.0',
  metadataVersion: '2.5',
  readProject: readHatchProject,
  judge: judgeAsHatchling,
  findVersion: findHatchVersion,
  findLicenseFiles,
  amendMetadata: (metadata, project) => ({ ...metadata, dynamic: dynamicFields(project) }),
  tagsOf,
  saysMissing: (key, path) =>
    key === 'readme' ? `OSError: Readme file does not exist: ${path}` : `OSError: License file does not exist: ${path}`,
  saysSamePath: (path) =>
    `ValueError: A second file is being added to the wheel archive at the same path: \`${path}\`.`,
  chooseFiles: chooseHatchFiles,
};

/** Where `license-files` isn’t: names at the top of the project. `**` is no more than `*` (Python’s `glob`). */
const LICENSE_PATTERNS: readonly string[] = ['LICEN[CS]E*', 'COPYING*', 'NOTICE*', 'AUTHORS*'];

function findLicenseFiles({ files, document }: BuildInput, project: Project): Found<readonly string[]> {
  const patterns = project.licenseFiles ?? LICENSE_PATTERNS;
  const effort = new Effort();
  const paths = [...files.keys()];
  const found = new Set(patterns.flatMap((pattern) => pathsLike(pattern, paths, FLAT_GLOB, effort)));
  const problems = effort.isSpent
    ? [
        buildError('too-much', 'The patterns take too long here.', {
          at: placeOfKeys(document, ['project', 'license-files']),
        }),
      ]
    : [];
  return { value: [...found].sort(), problems };
}

/** What no hook has filled in: the metadata says that another build may find it. A version has been found by then. */
const DYNAMIC_FIELDS: Readonly<Partial<Record<ProjectKey, readonly MetadataField[]>>> = {
  authors: ['author', 'author-email'],
  classifiers: ['classifier'],
  dependencies: ['requires-dist'],
  keywords: ['keywords'],
  license: ['license', 'license-expression'],
  maintainers: ['maintainer', 'maintainer-email'],
  'optional-dependencies': ['requires-dist', 'provides-extra'],
  readme: ['description', 'description-content-type'],
  'requires-python': ['requires-python'],
  description: ['summary'],
  urls: ['project-url'],
};

function dynamicFields({ dynamic }: Project): readonly MetadataField[] {
  return [...new Set(dynamic.flatMap((key) => DYNAMIC_FIELDS[key] ?? []))];
}

/** So many minor versions of each Python are asked for; a patch number that is higher than any stands for “some of it”. */
const MINORS = 100;

/** `py3` and, where requires-python lets Python 2 in or is missing, `py2.py3`. */
function tagsOf({ requiresPython }: Project): TagSets {
  const allows = (major: number) =>
    requiresPython === undefined ||
    Array.from({ length: MINORS }, (_, minor) => parseVersion(`${major}.${minor}.100`).value).some(
      (version) => version !== undefined && admits(requiresPython, version),
    );
  const pythons = [2, 3].filter(allows).map((major) => `py${major}`);
  return { pythons: pythons.length === 0 ? ['py3'] : pythons, abis: ['none'], platforms: ['any'] };
}
