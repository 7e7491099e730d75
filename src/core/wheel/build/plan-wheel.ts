// The files of a wheel, editable or not: the binary distribution format specification, “File contents” and “The .dist-info directory”;
// licences in `.dist-info/licenses` by PEP 639. METADATA comes first in `.dist-info` and RECORD last, as the specification recommends.

import { sha256 } from '@noble/hashes/sha2.js';
import {
  expandTags,
  formatEntryPoints,
  formatRecord,
  formatTagSet,
  formatWheelFile,
  formatWheelFilename,
  WHEEL_VERSION,
} from '@/core/python';
import { toBase64Url } from '../inspect/base64-url';
import { checkPaths, leftOutOf, type MadeArchive, plannedFile, writtenFile } from './archive-files';
import type { BackendRules, Choice, NamedInput } from './backend-rules';
import type { PlannedFile } from './distribution-plan';

/** The wheel’s name and files, with what was chosen in front. */
export function planWheel(input: NamedInput, choice: Choice, rules: BackendRules): MadeArchive {
  const { project, version, stem, licenseFiles, metadataText } = input;
  const info = `${stem}.dist-info/`;
  const tagSets = rules.tagsOf(project);
  const { build } = choice;
  const filenameParts = { name: project.normalizedName, version, build, ...tagSets };
  const wheelFile = formatWheelFile({
    version: WHEEL_VERSION,
    generator: rules.generator,
    rootIsPurelib: true,
    tags: [...expandTags(filenameParts)],
    build,
  });
  const files: PlannedFile[] = choice.files.flatMap((file) => plannedFile(file, input));
  files.push(writtenFile(`${info}METADATA`, metadataText), writtenFile(`${info}WHEEL`, wheelFile));
  if (project.entryPoints.length > 0) {
    files.push(writtenFile(`${info}entry_points.txt`, formatEntryPoints(project.entryPoints)));
  }
  for (const path of licenseFiles) {
    const licence = { kind: 'source', from: path, to: `licenses/${path}` } as const;
    files.push(...plannedFile(licence, input, info).map((file) => ({ ...file, isExecutable: false })));
  }
  files.push(...choice.distInfo.flatMap((file) => plannedFile(file, input, info)));
  const problems = checkPaths(files, (path) => rules.saysSamePath(path));
  files.push(writtenFile(`${info}RECORD`, recordOf(files, `${info}RECORD`)));
  const because =
    input.kind === 'editable'
      ? 'An editable wheel holds no code: Python reads it where it lies.'
      : 'Nothing takes it into the wheel.';
  return {
    filename: formatWheelFilename(filenameParts),
    files,
    leftOut: leftOutOf(input, files, choice.leftOut, because),
    tag: formatTagSet(tagSets),
    problems,
  };
}

/** RECORD: each file with its hash and size, and itself with neither. */
function recordOf(files: readonly PlannedFile[], own: string): string {
  const rows = files.map(({ path, content }) => ({
    path,
    hash: { algorithm: 'sha256', digest: toBase64Url(sha256(content)) },
    size: content.length,
  }));
  return formatRecord([...rows, { path: own, hash: undefined, size: undefined }]);
}
