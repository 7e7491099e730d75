// What is wrong with a distribution or worth knowing about it, beyond the archive that it is in. Weights as of an archive’s findings.
import type { FindingWeight } from '../archive/finding';

/** What each finding is about, and how much it weighs. */
export const INSPECTION_FINDINGS = {
  'wheel/name': about('wrong', 'The file’s name is one of a wheel.'),
  'wheel/dist-info': about(
    'wrong',
    'There is one .dist-info folder, of the name and version that the file’s name has.',
  ),
  'wheel/file-missing': about('wrong', 'METADATA, WHEEL and RECORD are there.'),
  'wheel/file-invalid': about('wrong', 'METADATA, WHEEL, RECORD and entry_points.txt can be read.'),
  'wheel/tags': about('wrong', 'WHEEL has the tags of the file’s name.'),
  'wheel/native-files': about('wrong', 'A wheel for any platform has no files for one.'),
  'wheel/purelib': about('note', 'The root goes where the tags say that it belongs.'),
  'wheel/licence-missing': about('wrong', 'The licence files that METADATA names are there.'),
  'metadata/licence-file-early': about('note', 'Licence files are named since metadata 2.4.'),
  'record/differs': about('danger', 'Files have the hash and size that RECORD lists.'),
  'record/missing': about('wrong', 'Files that RECORD lists are there.'),
  'record/not-listed': about('danger', 'Files that are there are in RECORD.'),
  'record/no-hash': about('wrong', 'Every file has a hash in RECORD.'),
  'record/weak-hash': about('wrong', 'Hashes are SHA-256 or better.'),
  'record/unknown-hash': about('wrong', 'Hashes are ones that can be checked.'),
  'data/scheme': about('wrong', 'Folders of .data are places that installers know.'),
  'data/of-another': about('wrong', 'The .data folder is of this project and version.'),
  'pth/runs-code': about('danger', 'No .pth file runs code when Python starts.'),
  'pth/adds-path': about('note', 'No .pth file adds folders to the search path.'),
  'metadata/name': about('wrong', 'The metadata has the name that the file’s name has.'),
  'metadata/version': about('wrong', 'The metadata has the version that the file’s name has.'),
  'sdist/name': about('wrong', 'The file’s name is one of an sdist.'),
  'sdist/old-format': about('note', 'An sdist is a .tar.gz.'),
  'sdist/top': about('wrong', 'Everything lies in one folder, called like the file.'),
  'sdist/pkg-info': about('wrong', 'PKG-INFO is there and can be read.'),
  'sdist/pyproject': about('wrong', 'pyproject.toml is there and can be read.'),
  'sdist/disagrees': about('wrong', 'PKG-INFO says what pyproject.toml says.'),
} as const satisfies Readonly<Record<string, { readonly weight: FindingWeight; readonly about: string }>>;

export type InspectionFindingCode = keyof typeof INSPECTION_FINDINGS;

/** A finding and the file that it is about, none if it is the distribution as a whole. */
export interface InspectionFinding {
  readonly code: InspectionFindingCode;
  readonly path: string | undefined;
  readonly message: string;
}

function about(weight: FindingWeight, text: string): { readonly weight: FindingWeight; readonly about: string } {
  return { weight, about: text };
}
