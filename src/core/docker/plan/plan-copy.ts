// COPY and ADD become a file operation with an action for each source (buildkit dockerfile2llb/convert_copy.go).
import type { Add, Copy, DockerfileProblem } from '../dockerfile';
import { hasWildcard } from '../files/match';
import { parseMode } from '../files/mode';
import { isByName, type Ownership, parseOwnership } from '../files/owner';
import { joinPath } from '../files/path';
import { expandContent, expandText, expandTexts } from './expand';
import { type CopyAction, NO_INPUT, planOperation } from './operation';
import type { PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import type { StageState } from './stage-state';

/** The line of the history and the operation, or what is wrong. */
export type CopyOutcome = { readonly createdBy: string; readonly operation: number } | DockerfileProblem;

/** The words of the instruction with their variables put in. */
interface Words {
  readonly sources: readonly string[];
  readonly destination: string;
  readonly chown: string;
  readonly chmod: string;
  readonly checksum: string;
}

/** Plans a COPY or ADD whose files come from the operation `from`. */
export function planCopy(state: StageState, instruction: Copy | Add, from: number, input: PlanInput): CopyOutcome {
  const words = expandWords(state, instruction, input);
  if ('code' in words) return words;
  const problem = checkFlags(instruction, words);
  if (problem !== undefined) return problem;
  const mode = words.chmod === '' ? undefined : parseMode(words.chmod);
  if (mode?.kind === 'problem') return planProblem('invalid-chmod', mode.message, instruction.at);
  const ownership = words.chown === '' ? undefined : parseOwnership(words.chown);
  const isLinked = instruction.link && words.chmod === '';
  const inputs = [isLinked ? NO_INPUT : state.operation];
  const inputOf = (operation: number): number => {
    const at = inputs.indexOf(operation);
    return at >= 0 ? at : inputs.push(operation) - 1;
  };
  const common: Common = { destination: destinationOf(state, words.destination), ownership, mode };
  const actions: CopyAction[] = [];
  for (const source of words.sources) {
    const action = actionOf(source, instruction, words, common, from, inputOf, input);
    if ('code' in action) return action;
    actions.push(action);
  }
  for (const file of instruction.files) {
    const content = file.expand ? expandContent(file.content, input.expander(state), instruction.at) : file.content;
    if (typeof content !== 'string') return content;
    const made = planOperation(input.operations, { kind: 'inline', name: file.name, content, mode: 0o644 }, []);
    actions.push({ ...PLAIN, ...common, input: inputOf(made), source: `/${file.name}` });
  }
  const copy = planOperation(input.operations, { kind: 'copy', actions }, inputs, input.ignoresCache(state));
  // Linked files are a layer of their own, laid over what was there; over nothing they are all there is.
  const operation =
    isLinked && state.operation !== NO_INPUT
      ? planOperation(input.operations, { kind: 'merge' }, [state.operation, copy], input.ignoresCache(state))
      : copy;
  return { createdBy: createdBy(instruction, words), operation };
}

interface Common {
  readonly destination: string;
  readonly ownership: Ownership | undefined;
  readonly mode: CopyAction['mode'];
}

const PLAIN = { includes: [], excludes: [], required: [], unpacks: false, isPath: false } as const;

function expandWords(state: StageState, instruction: Copy | Add, input: PlanInput): Words | DockerfileProblem {
  const expander = input.expander(state);
  const { at } = instruction;
  const checksum = instruction.kind === 'add' ? instruction.checksum : '';
  const flags = expandTexts([instruction.chown, instruction.chmod, checksum], expander, at);
  if ('code' in flags) return flags;
  const sources = expandTexts(
    instruction.sources.map(({ text }) => text),
    expander,
    at,
  );
  if ('code' in sources) return sources;
  const destination = expandText(instruction.destination.text, expander, at);
  if (typeof destination !== 'string') return destination;
  const [chown = '', chmod = '', sum = ''] = flags;
  return { sources, destination, chown, chmod, checksum: sum };
}

function checkFlags(instruction: Copy | Add, words: Words): DockerfileProblem | undefined {
  const { at } = instruction;
  if (words.chown !== '' && instruction.link && isByName(parseOwnership(words.chown))) {
    const message = `--chown=${words.chown}: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead`;
    return planProblem('link-chown-name', message, at);
  }
  if (words.checksum === '') return undefined;
  if (words.sources.length !== 1) {
    return planProblem('checksum-sources', "checksum can't be specified for multiple sources", at);
  }
  if (!isRemote(words.sources[0] ?? '')) {
    return planProblem('checksum-local', 'checksum requires HTTP(S) or Git sources', at);
  }
  return undefined;
}

/** Git sources: what names a repository and can’t be a path. */
const GIT = /^(git:\/\/|ssh:\/\/|git@[^:]+:|https?:\/\/[^#]*\.git(#|$|\?))/;

const isRemote = (source: string): boolean => GIT.test(source) || /^https?:\/\//.test(source);

/** A slash at the end stays: it makes the destination a folder. */
function destinationOf({ workdir }: StageState, written: string): string {
  const path = written === '' || written === '.' ? './' : written;
  const joined = path.startsWith('/') ? joinPath(path) : joinPath(workdir, path);
  if (path.endsWith('/')) return joined === '/' ? joined : `${joined}/`;
  return path.endsWith('/.') ? `${joined === '/' ? '' : joined}/.` : joined;
}

function actionOf(
  source: string,
  instruction: Copy | Add,
  words: Words,
  common: Common,
  from: number,
  inputOf: (operation: number) => number,
  input: PlanInput,
): CopyAction | DockerfileProblem {
  if (isRemote(source)) {
    const isGit = GIT.test(source);
    if (instruction.kind === 'copy') {
      const message = isGit ? "source can't be a git ref for COPY" : "source can't be a URL for COPY";
      return planProblem('copy-remote', message, instruction.at);
    }
    return remoteAction(source, isGit, instruction, words, common, inputOf, input);
  }
  const isWithParents = instruction.kind === 'copy' && instruction.parents;
  const unpacks = instruction.kind === 'add' && (instruction.unpack ?? true);
  const action = { ...PLAIN, ...common, input: inputOf(from), excludes: instruction.excludes, unpacks, isPath: true };
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

function remoteAction(
  source: string,
  isGit: boolean,
  instruction: Add,
  { checksum }: Words,
  common: Common,
  inputOf: (operation: number) => number,
  input: PlanInput,
): CopyAction {
  if (isGit) {
    const keepsGitFolder = instruction.keepGitDir === true;
    const git = planOperation(input.operations, { kind: 'git', url: source, checksum, keepsGitFolder }, []);
    return { ...PLAIN, ...common, input: inputOf(git), source: '/' };
  }
  const path = /^https?:\/\/[^/?#]*([^?#]*)/.exec(source)?.[1] ?? '';
  const name = path.replace(/\/+$/, '').split('/').at(-1) || '__unnamed__';
  const download = planOperation(input.operations, { kind: 'download', url: source, name, checksum }, []);
  return { ...PLAIN, ...common, input: inputOf(download), source: `/${name}`, unpacks: instruction.unpack === true };
}

function createdBy(instruction: Copy | Add, { sources, destination, chown, chmod }: Words): string {
  const flags = [
    instruction.kind === 'copy' && instruction.parents ? '--parents' : '',
    chown === '' ? '' : `--chown=${chown}`,
    chmod === '' ? '' : `--chmod=${chmod}`,
  ].filter((flag) => flag !== '');
  const files = instruction.files.map(({ name }) => `<<${name}`);
  return `${[instruction.kind.toUpperCase(), ...flags, ...sources, ...files, destination].join(' ')} # buildkit`;
}
