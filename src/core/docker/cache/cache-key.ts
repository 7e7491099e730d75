// What an operation’s cache key is made of (buildkit solver/llbsolver/ops: exec.go, file.go, merge.go, source.go). A key is the digest of
// the definition together with the keys of the inputs. An input that can’t be changed by the operation (sources of COPY, bind mounts)
// is also compared by the content of the part that is taken.
import { digestOfText } from '../files/content';
import { hasWildcard } from '../files/match';
import { baseName } from '../files/path';
import { type Selector, selectorOf } from '../files/selection';
import { type CopyAction, type ExecMount, NO_INPUT, type Operation, type PlannedOperation } from '../plan/operation';
import { formatPlatform } from '../plan/platform';

/** How an input enters the key. */
export interface KeyInput {
  /** The place among the operation’s inputs. */
  readonly input: number;
  /** Which part of the input is meant; the same input with another part is another key. */
  readonly selector: string;
  /** The parts that are compared by content; undefined: the input is compared by its own key alone. */
  readonly content: readonly Selector[] | undefined;
}

/** The digest of the definition, and how each input counts. */
export interface CacheKeyParts {
  readonly digest: string;
  readonly inputs: readonly KeyInput[];
}

/** What the key of the operation is made of. What isn’t in `definitionText` doesn’t count. */
export function cacheKeyParts({ operation, inputs }: PlannedOperation, namesCacheMounts = false): CacheKeyParts {
  // Without files to begin with it is another operation than with some.
  const digest = digestOfText(
    `${inputs.map((index) => (index === NO_INPUT ? '-' : '+')).join('')} ${definitionText(operation, namesCacheMounts)}`,
  );
  const asKeys = inputs.map((_, input): KeyInput => ({ input, selector: '', content: undefined }));
  const used = asKeys.filter(({ input }) => inputs[input] !== NO_INPUT);
  if (operation.kind === 'exec') return { digest, inputs: used.map((one) => execInput(one, operation.mounts)) };
  if (operation.kind === 'copy') return { digest, inputs: used.map((one) => copyInput(one, operation.actions)) };
  return { digest, inputs: used };
}

/**
 * The definition as text: equal exactly when the builder takes two operations for the same. Older builders take two cache mounts with
 * other names for two definitions (`namesCacheMounts`).
 */
export function definitionText(operation: Operation, namesCacheMounts = false): string {
  switch (operation.kind) {
    case 'exec': {
      const { args, env, workdir, user, mounts, secretVariables, network, security, devices, platform } = operation;
      const counted = namesCacheMounts ? mounts.map(namedMount) : mounts.map(countedMount);
      const settings = [secretVariables, network, security, devices, formatPlatform(platform)];
      return JSON.stringify(['exec', args, env, workdir, user, counted, settings]);
    }
    case 'copy':
      return JSON.stringify(['copy', operation.actions.map(countedAction)]);
    case 'mkdir':
      return JSON.stringify(['mkdir', operation.path, operation.ownership, operation.mode, operation.time]);
    case 'inline':
      return JSON.stringify(['inline', operation.name, operation.content, operation.mode]);
    case 'image':
      return JSON.stringify(['image', operation.image.digest, formatPlatform(operation.platform)]);
    case 'download':
      // With a checksum the address doesn’t count; without one the content does, which the address has to be asked for.
      return JSON.stringify(['download', operation.name, operation.checksum || operation.url]);
    case 'context':
    case 'git':
    case 'merge':
      return JSON.stringify(operation);
  }
}

/** A mount without its source, which is compared by content; of caches the id counts only where it is the target’s path. */
function countedMount(mount: ExecMount): unknown {
  if (mount.kind === 'bind') return ['bind', mount.target, mount.input, mount.isReadOnly];
  if (mount.kind !== 'cache') return mount;
  const isPlain = mount.id === mount.target && mount.sharing === 'shared';
  return ['cache', mount.target, mount.input, mount.isReadOnly, isPlain ? mount.id : ''];
}

/** The same for an older builder, to which every id and sharing counts. */
function namedMount(mount: ExecMount): unknown {
  return mount.kind === 'cache' ? [countedMount(mount), mount.id, mount.sharing] : countedMount(mount);
}

/** An action with the last name of its source alone: where it lay is compared by content. */
function countedAction(action: CopyAction): unknown {
  const mode = action.mode?.kind === 'symbolic' ? action.mode.text : action.mode?.mode;
  const { ownership, destination, input, includes, excludes, required, unpacks, isPath } = action;
  return [baseName(action.source), destination, input, ownership, mode, includes, excludes, required, unpacks, isPath];
}

/** Files that are mounted are compared by content: what is written to them is thrown away or kept in a cache, never in the image. */
function execInput({ input }: KeyInput, mounts: readonly ExecMount[]): KeyInput {
  const paths: string[] = input === 0 ? ['/'] : [];
  for (const mount of mounts) {
    if ((mount.kind === 'bind' || mount.kind === 'cache') && mount.input === input) paths.push(mount.source);
  }
  const isMounted = paths.length > (input === 0 ? 1 : 0);
  const content = paths.includes('/') ? [selectorOf('/')] : withoutNested(paths).map(selectorOf);
  return { input, selector: paths.join('\0'), content: isMounted ? content : undefined };
}

function copyInput({ input }: KeyInput, actions: readonly CopyAction[]): KeyInput {
  // The files that are written on are never compared by content.
  if (input === 0) return { input, selector: '', content: undefined };
  const selectors = actions.filter((action) => action.input === input).map(selectorOfAction);
  const plain = selectors.filter((one) => !isFiltered(one));
  const paths = new Set(withoutNested(plain.map(({ path }) => path)));
  const kept = [...selectors.filter(isFiltered), ...[...paths].map((path) => plain.find((one) => one.path === path))];
  const content = kept.filter((one) => one !== undefined).sort((left, right) => compare(left.path, right.path));
  const selector = selectors
    .map(({ path }) => path)
    .sort()
    .reverse()
    .join('\0');
  return { input, selector, content };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The part of its input that an action reads. */
export function selectorOfAction(action: CopyAction): Selector {
  return {
    path: action.source,
    followsLinks: action.isPath,
    allowsWildcard: action.isPath,
    includes: action.includes,
    excludes: action.excludes,
    required: action.required,
  };
}

const isFiltered = ({ path, allowsWildcard, includes, excludes }: Selector): boolean =>
  (allowsWildcard && hasWildcard(path)) || includes.length > 0 || excludes.length > 0;

/** Paths that lie below none of the others, sorted. */
function withoutNested(paths: readonly string[]): readonly string[] {
  const all = [...new Set(paths)].sort();
  const kept: string[] = [];
  for (const path of all) {
    const isNested = kept.some((other) => path.startsWith(other.endsWith('/') ? other : `${other}/`));
    if (!isNested) kept.push(path);
  }
  return kept;
}
