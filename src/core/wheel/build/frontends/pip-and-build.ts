// What pip 26.3 and build 1.6 read of pyproject.toml themselves: that it is TOML, and `[build-system]`. Everything else is the backend’s.
// Held against recorded builds.
import { valueOfPath } from '../project-document';
import type { FrontendRules } from './frontend-rules';

/** A fault of `[build-system]` that one of them stops at. */
interface Fault {
  readonly path: RegExp;
  readonly code: string;
  /** *parse*, if nothing is said: before there is an environment for the backend. */
  readonly stage?: 'build';
  /** `$` stands for the text that is written there, or for the key. */
  readonly says: string;
}

const REQUIRES = /^build-system\.requires(?:\[|$)/;
const BACKEND = /^build-system\.build-backend$/;
const PATHS = /^build-system\.backend-path(?:\[|$)/;
const NO_REQUIRES = 'The [build-system] table is missing the mandatory `requires` key.';
const OUTSIDE: Fault = { path: PATHS, code: 'backend-path', says: 'ValueError: paths must be inside source tree' };

/** In the order in which pip looks. */
const PIP: readonly Fault[] = [
  // In what is no table it finds no key either.
  { path: /^build-system$/, code: 'wrong-type', says: NO_REQUIRES },
  { path: REQUIRES, code: 'missing-key', says: NO_REQUIRES },
  {
    path: REQUIRES,
    code: 'wrong-type',
    says: 'This package has an invalid `build-system.requires` key in pyproject.toml.',
  },
  { path: REQUIRES, code: 'requirement', says: "It contains an invalid requirement: '$'" },
  OUTSIDE,
  { path: PATHS, code: 'wrong-type', stage: 'build', says: 'error: backend-unavailable' },
  { path: BACKEND, code: 'backend', stage: 'build', says: "ModuleNotFoundError: No module named '$'" },
  {
    path: BACKEND,
    code: 'wrong-type',
    stage: 'build',
    says: 'TypeError: expected str, bytes or os.PathLike object, not int',
  },
];

const INVALID = 'ERROR Failed to validate `build-system` in pyproject.toml: ';

/** In the order in which build looks. Requirements it hands on to an installer, unread. */
const BUILD: readonly Fault[] = [
  { path: /^build-system$/, code: 'wrong-type', says: `${INVALID}\`build-system\` must be a table` },
  { path: REQUIRES, code: 'missing-key', says: `${INVALID}\`requires\` is a required property` },
  { path: REQUIRES, code: 'wrong-type', says: `${INVALID}\`requires\` must be an array of strings` },
  { path: BACKEND, code: 'wrong-type', says: `${INVALID}\`build-backend\` must be a string` },
  { path: PATHS, code: 'wrong-type', says: `${INVALID}\`backend-path\` must be an array of strings` },
  { path: /^build-system\./, code: 'unknown-key', says: `${INVALID}Unknown properties: $` },
  OUTSIDE,
  {
    path: REQUIRES,
    code: 'requirement',
    stage: 'build',
    says: "ERROR: Invalid requirement: '$':",
  },
  { path: BACKEND, code: 'backend', stage: 'build', says: "ERROR Backend '$' is not available." },
];

export const PIP_FRONTEND: FrontendRules = rulesOf(PIP, () => 'tomllib.TOMLDecodeError:');
export const BUILD_FRONTEND: FrontendRules = rulesOf(
  BUILD,
  (folder) => `ERROR Failed to parse ${folder}/pyproject.toml:`,
);

function rulesOf(faults: readonly Fault[], saysNoToml: FrontendRules['saysNoToml']): FrontendRules {
  return {
    saysNoToml,
    judgeIn:
      ({ root }) =>
      ({ code, path = '' }) => {
        const turn = faults.findIndex((fault) => code === `pyproject/${fault.code}` && fault.path.test(path));
        const fault = faults[turn];
        if (fault === undefined) return undefined;
        const value = valueOfPath(root, path);
        const shown =
          fault.code !== 'unknown-key' && value?.kind === 'string' ? value.value : path.slice(path.indexOf('.') + 1);
        return { stage: fault.stage ?? 'parse', turn, toolSays: fault.says.replace('$', () => shown) };
      },
    relays: (line) => line,
    readOwnTables: () => [],
  };
}
