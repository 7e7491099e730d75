// RUN --mount: Dockerfile reference, “RUN --mount”; buildkit instructions/commands_runmount.go. A mount is read twice: when the
// instruction is, for what may not hold variables, and again with its variables expanded.
import { cut } from './characters';
import { csvFields } from './csv-fields';
import { readBoolean, readSize, readUnsigned } from './go-values';
import { quote } from './quote';
import type { Refused } from './shell-pattern';
import { withSuggestion } from './suggest';

export const MOUNT_TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'] as const;
export type MountType = (typeof MOUNT_TYPES)[number];
export const SHARING_MODES = ['shared', 'private', 'locked'] as const;
export type SharingMode = (typeof SHARING_MODES)[number];

/** A mount of RUN. Texts are empty and the rest undefined where nothing is given; `readOnly` has the type’s default. */
export interface Mount {
  readonly type: MountType;
  readonly from: string;
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
  /** Bytes; 0 is no limit. */
  readonly sizeLimit: number;
  readonly id: string;
  readonly sharing: SharingMode | undefined;
  readonly required: boolean;
  /** The variable that a secret is put in; an empty one is named after the secret. */
  readonly env: string | undefined;
  readonly mode: number | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
}

type Expand = (word: string) => string | Refused;
type Draft = { -readonly [Key in keyof Mount]: Mount[Key] };

const KEYS = [
  ...['type', 'from', 'source', 'target', 'readonly', 'id', 'sharing', 'required', 'size', 'mode', 'uid', 'gid'],
  ...['src', 'dst', 'destination', 'ro', 'rw', 'readwrite', 'env'],
];

/** What can be said of a mount before its variables are known; undefined where nothing is wrong. */
export function checkMount(written: string): Refused | undefined {
  const fields = fieldsOf(written);
  if ('problem' in fields) return fields;
  for (const field of fields) {
    const [key, value] = cut(field, '=');
    const dollar = value?.indexOf('$') ?? -1;
    if (key.toLowerCase() === 'from' && value !== undefined && dollar >= 0 && dollar < value.length - 1) {
      return { problem: "'from' doesn't support variable expansion, define alias stage instead" };
    }
  }
  return undefined;
}

function fieldsOf(written: string): readonly string[] | Refused {
  const fields = csvFields(written);
  return 'problem' in fields ? { problem: `failed to parse csv mounts: ${fields.problem}` } : fields;
}

/** Reads the value of one `--mount`; `expand` puts values in the place of variables. */
export function readMount(written: string, expand: Expand): Mount | Refused {
  const fields = fieldsOf(written);
  if ('problem' in fields) return fields;
  const mount: Draft = {
    ...{ type: 'bind', from: '', source: '', target: '', readOnly: false, sizeLimit: 0, id: '', sharing: undefined },
    ...{ required: false, env: undefined, mode: undefined, uid: undefined, gid: undefined },
  };
  const state = { readOnlyGiven: false };
  for (const field of fields) {
    const problem = readField(mount, field, expand, state);
    if (problem !== undefined) return { problem };
  }
  const problem = checkMode(mount);
  if (problem !== undefined) return { problem };
  if (!state.readOnlyGiven) mount.readOnly = mount.type !== 'cache' && mount.type !== 'tmpfs';
  const misfit = checkSecret(mount);
  return misfit === undefined ? mount : { problem: misfit };
}

interface State {
  readOnlyGiven: boolean;
}

/** Reads one `key=value` into the mount; the builder’s sentence if it can’t be. */
function readField(mount: Draft, field: string, expand: Expand, state: State): string | undefined {
  const [written, raw] = cut(field, '=');
  const key = written.toLowerCase();
  if (raw === undefined) return readSwitch(mount, key, field, state);
  const value = expand(raw);
  if (typeof value !== 'string') return value.problem;
  const isInvalid = `invalid value for ${key}: ${value}`;
  switch (key) {
    case 'type': {
      const type = MOUNT_TYPES.find((known) => known === value.toLowerCase());
      if (type === undefined) return withSuggestion(`unsupported mount type ${quote(value)}`, value, MOUNT_TYPES);
      mount.type = type;
      return undefined;
    }
    case 'from':
      mount.from = value;
      return undefined;
    case 'source':
    case 'src':
      mount.source = value;
      return undefined;
    case 'target':
    case 'dst':
    case 'destination':
      mount.target = value;
      return undefined;
    case 'readonly':
    case 'ro':
    case 'readwrite':
    case 'rw': {
      const flag = readBoolean(value);
      if (flag === undefined) return isInvalid;
      mount.readOnly = key.startsWith('reado') || key === 'ro' ? flag : !flag;
      state.readOnlyGiven = true;
      return undefined;
    }
    case 'required': {
      if (!isProvided(mount)) return unexpectedKey(key, mount);
      const flag = readBoolean(value);
      if (flag === undefined) return isInvalid;
      mount.required = flag;
      return undefined;
    }
    case 'size': {
      if (mount.type !== 'tmpfs') return unexpectedKey(key, mount);
      const size = readSize(value);
      if (size === undefined) return isInvalid;
      mount.sizeLimit = size;
      return undefined;
    }
    case 'id':
      mount.id = value;
      return undefined;
    case 'sharing': {
      const mode = SHARING_MODES.find((known) => known === value.toLowerCase());
      if (mode === undefined) {
        return withSuggestion(`unsupported sharing value ${quote(value)}`, value, SHARING_MODES);
      }
      mount.sharing = mode;
      return undefined;
    }
    case 'mode':
    case 'uid':
    case 'gid': {
      const number = readUnsigned(value, key === 'mode' ? 8 : 10);
      if (number === undefined) return `invalid value ${value} for ${key}`;
      mount[key] = number;
      return undefined;
    }
    case 'env':
      mount.env = value;
      return undefined;
    default:
      return withSuggestion(`unexpected key '${key}' in '${field}'`, key, KEYS);
  }
}

function readSwitch(mount: Draft, key: string, field: string, state: State): string | undefined {
  switch (key) {
    case 'readonly':
    case 'ro':
      mount.readOnly = true;
      state.readOnlyGiven = true;
      return undefined;
    case 'readwrite':
    case 'rw':
      mount.readOnly = false;
      state.readOnlyGiven = true;
      return undefined;
    case 'required':
      if (!isProvided(mount)) return unexpectedKey(key, mount);
      mount.required = true;
      return undefined;
    default:
      return `invalid field '${field}' must be a key=value pair`;
  }
}

/** Secrets and SSH agents are given by who builds, and may be missing. */
function isProvided(mount: Mount): boolean {
  return mount.type === 'secret' || mount.type === 'ssh';
}

function unexpectedKey(key: string, mount: Mount): string {
  return `unexpected key '${key}' for mount type '${mount.type}'`;
}

function checkMode(mount: Mount): string | undefined {
  if (isProvided(mount) || mount.type === 'cache') return undefined;
  const given = (['mode', 'uid', 'gid'] as const).find((key) => mount[key] !== undefined);
  return given && `${given} not allowed for ${quote(mount.type)} type mounts`;
}

function checkSecret(mount: Mount): string | undefined {
  if (mount.type === 'secret') {
    if (mount.from !== '') return 'secret mount should not have a from';
    if (mount.sharing !== undefined) return 'secret mount should not define sharing';
    if (mount.source === '' && mount.target === '' && mount.id === '') {
      return 'invalid secret mount. one of source, target required';
    }
    if (mount.source !== '' && mount.id !== '') return "both source and id can't be set";
  }
  if (mount.sharing !== undefined && mount.type !== 'cache') return `invalid cache sharing set for ${mount.type} mount`;
  return undefined;
}
