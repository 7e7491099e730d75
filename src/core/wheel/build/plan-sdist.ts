// The files of a source distribution: the source distribution format specification (PEP 625, PEP 643). All of it lies in one folder,
// `name-version`, with PKG-INFO at its top.
import { formatSdistFilename } from '@/core/python';
import { checkPaths, leftOutOf, type MadeArchive, plannedFile, writtenFile } from './archive-files';
import type { Choice, NamedInput } from './backend-rules';

/** The sdist’s name and files, with PKG-INFO last. */
export function planSdist(input: NamedInput, choice: Choice): MadeArchive {
  const { project, version, stem, metadataText } = input;
  const chosen = choice.files.flatMap((file) => plannedFile(file, input, `${stem}/`));
  // A PKG-INFO of the project comes from the sdist that it was unpacked from, and is written anew.
  const files = chosen.filter(({ path }) => path !== `${stem}/PKG-INFO`);
  files.push(writtenFile(`${stem}/PKG-INFO`, metadataText));
  return {
    filename: formatSdistFilename({ name: project.normalizedName, version }),
    files,
    leftOut: leftOutOf(input, files, choice.leftOut, 'Nothing takes it into the sdist.'),
    tag: undefined,
    problems: checkPaths(files, () => undefined),
  };
}
