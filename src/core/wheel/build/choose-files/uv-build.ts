// What uv_build does: not modelled yet.
import type { BackendRules } from '../backend-rules';
import { buildError } from '../build-problem';

export const UV_BUILD: BackendRules = {
  backend: 'uv_build',
  generator: 'uv_build 0.13.9',
  metadataVersion: '2.4',
  readProject: () => ({
    value: undefined,
    problems: [buildError('not-modelled', 'What uv_build takes into a distribution isn’t modelled here.')],
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
