// RUN becomes an exec operation (buildkit dockerfile2llb/convert.go, convert_runmount.go): its arguments, the environment that is in
// force with all declared arguments, folder, user, mounts. All of these are in the key; proxies and secrets’ values aren’t.
import { type DockerfileProblem, expandInstruction, type Mount, type Run } from '../dockerfile';
import { baseName, cleanPath, joinPath } from '../files/path';
import { type ExecMount, type MountedFile, NO_INPUT, planOperation, type SecretVariable } from './operation';
import { shellOf } from './plan-config';
import type { PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import type { StageState } from './stage-state';

/** The line of the history and the operation, or what is wrong. */
export type RunOutcome = { readonly createdBy: string; readonly operation: number } | DockerfileProblem;

/** The files of a mount’s `from`; undefined: the stage isn’t built yet. */
export type MountSource = (from: string) => number | undefined;

const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'];

/** Plans a RUN. `context` is the operation of the build context. */
export function planRun(
  state: StageState,
  instruction: Run,
  context: number,
  sourceOf: MountSource,
  input: PlanInput,
): RunOutcome {
  const refused = notAllowed(instruction, input.allowed);
  if (refused !== undefined) return refused;
  const inputs = [state.operation];
  const { args, script } = commandOf(state, instruction);
  const mounts: ExecMount[] = [];
  const secretVariables: SecretVariable[] = [];
  if (script !== undefined) {
    const made = planOperation(input.operations, { kind: 'inline', ...script, mode: 0o755 }, []);
    mounts.push({ kind: 'bind', target: '/dev/pipes/', input: addInput(inputs, made), source: '/', isReadOnly: true });
  }
  const expanded = expandInstruction(instruction, state.env, input.file.escape);
  if (expanded.problem !== undefined) return planProblem('expansion', expanded.problem, instruction.at);
  for (const mount of expanded.mounts) {
    const planned = planMount(state, mount, instruction, context, sourceOf, inputs, input);
    if (planned.kind === 'problem') return planned.problem;
    if (planned.kind === 'variable') secretVariables.push(planned.variable);
    if (planned.mount !== undefined) mounts.push(planned.mount);
  }
  mounts.sort((left, right) => (left.target < right.target ? -1 : left.target > right.target ? 1 : 0));
  const operation = planOperation(
    input.operations,
    {
      kind: 'exec',
      args,
      env: environmentOf(state, mounts),
      workdir: state.workdir,
      user: state.user,
      mounts,
      secretVariables,
      network: instruction.network,
      security: instruction.security,
      devices: instruction.devices.map(({ name, required }) => (required ? `${name},required` : name)),
      platform: state.platform,
      proxies: proxiesOf(input.arguments),
    },
    inputs,
    input.ignoresCache(state),
  );
  return { createdBy: `RUN ${[...declaredValues(state), ...args].join(' ')} # buildkit`, operation };
}

/** The host’s network and privileges are given only where who builds allows them. */
function notAllowed({ network, security }: Run, allowed: ReadonlySet<string>): DockerfileProblem | undefined {
  const asked = [network === 'host' ? 'network.host' : '', security === 'insecure' ? 'security.insecure' : ''];
  const missing = asked.find((one) => one !== '' && !allowed.has(one));
  if (missing === undefined) return undefined;
  return planProblem('not-allowed', `failed to load LLB: ${missing} is not allowed`, undefined);
}

function addInput(inputs: number[], operation: number): number {
  const at = inputs.indexOf(operation);
  return at >= 0 ? at : inputs.push(operation) - 1;
}

interface Command {
  readonly args: readonly string[];
  /** A heredoc that begins with `#!` is a file of its own, mounted and run. */
  readonly script: { readonly name: string; readonly content: string } | undefined;
}

function commandOf(state: StageState, { command, heredocs }: Run): Command {
  if (command.form === 'exec') return { args: command.argv, script: undefined };
  const [first] = heredocs;
  const isAlone = first !== undefined && heredocs.length === 1 && /^\s*\d*<<-?\s*\S+\s*$/.test(command.text);
  if (!isAlone || first === undefined) {
    const text = heredocs.reduce((whole, { content, name }) => `${whole}\n${content}${name}`, command.text);
    return { args: [...shellOf(state), text], script: undefined };
  }
  const content = first.chomp ? first.content.replace(/^\t+/gm, '') : first.content;
  if (!content.startsWith('#!')) return { args: [...shellOf(state), content], script: undefined };
  return { args: [`/dev/pipes/${first.name}`], script: { name: first.name, content } };
}

type PlannedMount =
  | { readonly kind: 'mount'; readonly mount: ExecMount }
  | { readonly kind: 'variable'; readonly variable: SecretVariable; readonly mount: ExecMount | undefined }
  | { readonly kind: 'problem'; readonly problem: DockerfileProblem };

function planMount(
  state: StageState,
  mount: Mount,
  instruction: Run,
  context: number,
  sourceOf: MountSource,
  inputs: number[],
  input: PlanInput,
): PlannedMount {
  const refuse = (code: string, message: string): PlannedMount => ({
    kind: 'problem',
    problem: planProblem(code, message, instruction.at),
  });
  if (mount.type === 'secret') return planSecret(mount);
  if (mount.type === 'ssh') {
    if (mount.source !== '') return refuse('ssh-source', 'ssh does not support source');
    const id = mount.id === '' ? 'default' : mount.id;
    const file = mountedFile(mount, 0o600);
    return { kind: 'mount', mount: { kind: 'ssh', target: mount.target, id, isRequired: mount.required, file } };
  }
  const target = mount.target.startsWith('/') ? mount.target : joinPath('/', state.workdir, mount.target);
  if (cleanPath(target) === '/') return refuse('mount-target', `invalid mount target "${target}"`);
  if (mount.type === 'tmpfs') return { kind: 'mount', mount: { kind: 'tmpfs', target, size: mount.sizeLimit } };
  let files = mount.from === '' ? (mount.type === 'cache' ? NO_INPUT : context) : sourceOf(mount.from);
  if (files === undefined) {
    const message = `cannot mount from stage "${mount.from}" to "${mount.target}", stage needs to be defined before current command`;
    return refuse('mount-from-later-stage', message);
  }
  let source = joinPath('/', mount.source);
  const owner = mountedFile(mount, 0o755);
  if (source === '/' && owner !== undefined) {
    const ownership = {
      user: { kind: 'id', id: owner.uid } as const,
      group: { kind: 'id', id: owner.gid } as const,
    };
    files = planOperation(input.operations, { kind: 'mkdir', path: '/cache', ownership, mode: owner.mode, time: '' }, [
      files,
    ]);
    source = '/cache';
  }
  const at = files === NO_INPUT ? NO_INPUT : addInput(inputs, files);
  const common = { target, input: at, source, isReadOnly: mount.readOnly };
  if (mount.type === 'bind') return { kind: 'mount', mount: { kind: 'bind', ...common } };
  const id = mount.id === '' ? cleanPath(mount.target) : mount.id;
  return { kind: 'mount', mount: { kind: 'cache', ...common, id, sharing: mount.sharing ?? 'shared' } };
}

function planSecret(mount: Mount): PlannedMount {
  const named = mount.source === '' ? mount.id : mount.source;
  const id = named === '' ? baseName(mount.target) : named;
  const file = mountedFile(mount, 0o400);
  const isRequired = mount.required;
  const target = mount.target === '' && mount.env === undefined ? `/run/secrets/${baseName(id)}` : mount.target;
  const mounted: ExecMount | undefined = target === '' ? undefined : { kind: 'secret', target, id, isRequired, file };
  if (mount.env !== undefined) {
    return { kind: 'variable', variable: { id, name: mount.env, isRequired }, mount: mounted };
  }
  return { kind: 'mount', mount: mounted as ExecMount };
}

function mountedFile({ uid, gid, mode }: Mount, otherwise: number): MountedFile {
  if (uid === undefined && gid === undefined && mode === undefined) return undefined;
  return { uid: uid ?? 0, gid: gid ?? 0, mode: mode ?? otherwise };
}

function environmentOf(state: StageState, mounts: readonly ExecMount[]): readonly string[] {
  const env = [...state.env].map(([name, value]) => `${name}=${value}`);
  const socket = mounts.find((mount) => mount.kind === 'ssh');
  if (socket !== undefined && !state.env.has('SSH_AUTH_SOCK')) {
    env.push(`SSH_AUTH_SOCK=${socket.target === '' ? '/run/buildkit/ssh_agent.0' : socket.target}`);
  }
  return env;
}

/** `|2 A=1 B=` of the history: the arguments that the stage has declared, with what they are for this RUN. */
function declaredValues({ declared, env }: StageState): readonly string[] {
  const values = new Map<string, string>();
  for (const { name, value } of declared) values.set(name, env.get(name) ?? value ?? '');
  return values.size === 0 ? [] : [`|${values.size}`, ...[...values].map(([name, value]) => `${name}=${value}`)];
}

function proxiesOf(given: ReadonlyMap<string, string>): readonly string[] {
  return [...given.keys()]
    .filter((name) => PROXIES.includes(name.toLowerCase()))
    .sort()
    .map((name) => `${name}=${given.get(name)}`);
}
