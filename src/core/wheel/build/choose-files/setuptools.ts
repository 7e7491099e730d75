// What setuptools does: not modelled yet.
import type { BackendRules } from '../backend-rules';
import { buildError } from '../build-problem';

export const SETUPTOOLS: BackendRules = {
  backend: 'setuptools',
  generator: 'setuptools 84.2.1',
  metadataVersion: '2.4',
  readProject: () => ({
    value: undefined,
    problems: [buildError('not-modelled', 'What setuptools takes into a distribution isn’t modelled here.')],
  }),
  judge: () => ({ weight: 'error', toolSays: undefined }),
  findVersion: () => ({ value: undefined, problems: [] }),
  findLicenseFiles: () => ({ value: [], problems: [] }),
  amendMetadata: (metadata) => metadata,
  tagsOf: () => ({ pythons: ['py3'], abis: ['none'], platforms: ['any'] }),
  saysMissing: () => '',
  saysSamePath: () => undefined,
  chooseFiles: () => ({ files: [], distInfo: [], pathFolders: [], leftOut: [], problems: [] }),
};
