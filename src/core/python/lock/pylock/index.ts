// `pylock.toml` (PEP 751): reading with places, writing, and choosing what to install.

export { formatPylock } from './format-pylock';
export { type ParsedPylock, parsePylock } from './parse-pylock';
export {
  isDirectPackage,
  isPylockFilename,
  type Pylock,
  type PylockArchive,
  type PylockDirectory,
  type PylockFile,
  type PylockPackage,
  type PylockSdist,
  type PylockSource,
  type PylockVcs,
  type PylockWheel,
} from './pylock';
export {
  describePylockFailure,
  type PylockFailure,
  type PylockPick,
  type PylockSelection,
  type PylockTarget,
  type SelectedPackage,
  selectFromPylock,
} from './select-from-pylock';
