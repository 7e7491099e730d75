// COPY and ADD become a file operation with an action for each source (buildkit dockerfile2llb/convert_copy.go).
import { type Add, addSource, type Copy, type DockerfileProblem, expandInstruction, readFileMode } from '../dockerfile';
import { hasWildcard } from '../files/match';
import { type Ownership, parseOwnership } from '../files/owner';
import { joinPath } from '../files/path';
import { type CopyAction, NO_INPUT, planOperation } from './operation';
import type { PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import type { StageState } from './stage-state';

/** The line of the history and the operation, or what is wrong. */
export type CopyOutcome =
  | {
      readonly createdBy: string;
      readonly operation: number;
      /** The operation that copies: with `--link` what is copied is laid over the rest by another one. */
      readonly judgedBy: number;
    }
  | DockerfileProblem;

/** Plans a COPY or ADD whose files come from the operation `from`. */
export function planCopy(state: StageState, written: Copy | Add, from: number, input: PlanInput): CopyOutcome {
  const { instruction, problem } = expandInstruction(written, state.env, input.file.escape);
  if (problem !== undefined) return planProblem('expansion', problem, written.at);
  const { chown, chmod } = instruction;
  const mode = chmod === '' ? undefined : readFileMode(chmod);
  if (mode !== undefined && 'problem' in mode) return planProblem('invalid-chmod', mode.problem, written.at);
  const isLinked = instruction.link && chmod === '';
  const inputs = [isLinked ? NO_INPUT : state.operation];
  const inputOf = (operation: number): number => {
    const at = inputs.indexOf(operation);
    return at >= 0 ? at : inputs.push(operation) - 1;
  };
  const ownership = chown === '' ? undefined : parseOwnership(chown);
  const common: Common = { destination: destinationOf(state, instruction.destination.text), ownership, mode };
  const actions = instruction.sources.map(({ text }): CopyAction => {
    return { ...common, ...sourceOf(text, instruction, from, inputOf, input) };
  });
  for (const { name, content } of instruction.files) {
    const made = planOperation(input.operations, { kind: 'inline', name, content, mode: 0o644 }, []);
    actions.push({ ...PLAIN, ...common, input: inputOf(made), source: `/${name}` });
  }
  const ignoresCache = input.ignoresCache(state);
  const copy = planOperation(input.operations, { kind: 'copy', actions }, inputs, ignoresCache);
  // Linked files are a layer of their own, laid over what was there; over nothing they are all there is.
  const operation =
    isLinked && state.operation !== NO_INPUT
      ? planOperation(input.operations, { kind: 'merge' }, [state.operation, copy], ignoresCache)
      : copy;
  return { createdBy: createdBy(instruction), operation, judgedBy: copy };
}

/** What all sources of an instruction have. */
interface Common {
  readonly destination: string;
  readonly ownership: Ownership | undefined;
  readonly mode: CopyAction['mode'];
}

/** What is a source’s own. */
type Source = Omit<CopyAction, keyof Common>;

const PLAIN = { includes: [], excludes: [], required: [], unpacks: false, isPath: false };

/** A slash at the end stays: it makes the destination a folder. */
function destinationOf({ workdir }: StageState, written: string): string {
  const path = written === '' || written === '.' ? './' : written;
  const joined = path.startsWith('/') ? joinPath(path) : joinPath(workdir, path);
  if (path.endsWith('/')) return joined === '/' ? joined : `${joined}/`;
  return path.endsWith('/.') ? `${joined === '/' ? '' : joined}/.` : joined;
}

/** What a source is taken from, and how. */
function sourceOf(
  source: string,
  instruction: Copy | Add,
  from: number,
  inputOf: (operation: number) => number,
  input: PlanInput,
): Source {
  const remote = instruction.kind === 'add' ? remoteSource(source, instruction, inputOf, input) : undefined;
  if (remote !== undefined) return remote;
  const isWithParents = instruction.kind === 'copy' && instruction.parents;
  const unpacks = instruction.kind === 'add' && (instruction.unpack ?? true);
  const action = { ...PLAIN, input: inputOf(from), excludes: instruction.excludes, unpacks, isPath: true };
  if (!isWithParents) return { ...action, source: joinPath('/', source) };
  // `/./` says where the parents that are kept begin.
  const pivot = source.indexOf('/./');
  const root = pivot < 0 ? '/' : source.slice(0, pivot);
  const pattern = joinPath('/', pivot < 0 ? source : source.slice(pivot + 3));
  const isCertain = !hasWildcard(root) && !hasWildcard(pattern);
  return {
    ...action,
    source: joinPath('/', root),
    includes: [pattern.slice(1)],
    required: isCertain ? [joinPath('/', root, pattern)] : [],
  };
}

/** A download or a git repository; undefined: a path. */
function remoteSource(
  source: string,
  { checksum, keepGitDir, unpack }: Add,
  inputOf: (operation: number) => number,
  { operations }: PlanInput,
): Source | undefined {
  const read = addSource(source);
  if ('problem' in read || read.kind === 'path') return undefined;
  if (read.kind === 'git') {
    const keepsGitFolder = read.keepGitDir ?? keepGitDir ?? false;
    const sum = read.checksum === '' ? checksum : read.checksum;
    const git = planOperation(operations, { kind: 'git', url: source, checksum: sum, keepsGitFolder }, []);
    return { ...PLAIN, input: inputOf(git), source: '/' };
  }
  const { name } = read;
  const download = planOperation(operations, { kind: 'download', url: source, name, checksum }, []);
  return { ...PLAIN, input: inputOf(download), source: `/${name}`, unpacks: unpack === true };
}

function createdBy(instruction: Copy | Add): string {
  const { chown, chmod } = instruction;
  const words = [
    instruction.kind.toUpperCase(),
    ...(instruction.kind === 'copy' && instruction.parents ? ['--parents'] : []),
    ...(chown === '' ? [] : [`--chown=${chown}`]),
    ...(chmod === '' ? [] : [`--chmod=${chmod}`]),
    ...instruction.sources.map(({ text }) => text),
    ...instruction.files.map(({ name }) => `<<${name}`),
    instruction.destination.text,
  ];
  return `${words.join(' ')} # buildkit`;
}
