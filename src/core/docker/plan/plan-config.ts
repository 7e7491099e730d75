// Instructions that only change the configuration: ENV, LABEL, CMD, ENTRYPOINT, USER, EXPOSE, VOLUME, HEALTHCHECK, SHELL, STOPSIGNAL,
// ONBUILD, MAINTAINER, ARG (buildkit frontend/dockerfile/dockerfile2llb). Each leaves a line in the history and no layer.
import type {
  Arg,
  CommandLine,
  DockerfileProblem,
  Env,
  Expose,
  Healthcheck,
  Instruction,
  Label,
  StopSignal,
  Volume,
} from '../dockerfile';
import { type Expander, expandText } from './expand';
import { exposedPorts } from './exposed-ports';
import { formatDuration, plainList, quotedList } from './format-go';
import { withVariable } from './image-config';
import type { PlanInput } from './plan-input';
import { planProblem } from './plan-problem';
import { type StageState, setVariable } from './stage-state';

/** Instructions that run nothing. */
export type ConfigInstruction = Exclude<Instruction, { readonly kind: 'run' | 'copy' | 'add' | 'workdir' }>;

/** The line of the history, or what is wrong; undefined where the instruction leaves no line. */
export type ConfigOutcome = { readonly createdBy: string | undefined } | DockerfileProblem;

/** Changes the state as the instruction says. */
export function planConfig(state: StageState, instruction: ConfigInstruction, input: PlanInput): ConfigOutcome {
  switch (instruction.kind) {
    case 'env':
      return planEnv(state, instruction, input);
    case 'label':
      return planLabel(state, instruction, input);
    case 'arg':
      return planArg(state, instruction, input);
    case 'cmd': {
      const argv = argvOf(state, instruction.command);
      state.config = { ...state.config, cmd: argv };
      state.hasOwnCmd = true;
      return { createdBy: `CMD ${quotedList(argv)}` };
    }
    case 'entrypoint': {
      const argv = argvOf(state, instruction.command);
      state.config = { ...state.config, entrypoint: argv, ...(!state.hasOwnCmd && { cmd: undefined }) };
      return { createdBy: `ENTRYPOINT ${quotedList(argv)}` };
    }
    case 'user': {
      const user = expandText(instruction.user.text, input.expander(state), instruction.at);
      if (typeof user !== 'string') return user;
      state.user = user;
      state.config = { ...state.config, user };
      return { createdBy: `USER ${user}` };
    }
    case 'expose':
      return planExpose(state, instruction, input);
    case 'volume':
      return planVolume(state, instruction, input);
    case 'healthcheck':
      return planHealthcheck(state, instruction);
    case 'shell':
      state.config = { ...state.config, shell: instruction.argv };
      return { createdBy: `SHELL ${plainList(instruction.argv)}` };
    case 'stopsignal':
      return planStopSignal(state, instruction, input);
    case 'onbuild':
      state.config = { ...state.config, onbuild: [...state.config.onbuild, instruction.trigger] };
      return { createdBy: undefined };
    case 'maintainer':
      return { createdBy: `MAINTAINER ${instruction.maintainer}` };
  }
}

/** The shell form with the shell before it, the exec form as it is. */
export function argvOf(state: StageState, command: CommandLine): readonly string[] {
  return command.form === 'exec' ? command.argv : [...shellOf(state), command.text];
}

/** The shell in force: that of SHELL, else `/bin/sh -c`. */
export function shellOf(state: StageState): readonly string[] {
  const { shell } = state.config;
  if (shell !== undefined && shell.length > 0) return shell;
  return state.platform.os === 'windows' ? ['cmd', '/S', '/C'] : ['/bin/sh', '-c'];
}

type Pairs = readonly (readonly [string, string])[] | DockerfileProblem;

/** Names and values with their variables put in; all of them see the state from before the line. */
function expandPairs({ pairs, at }: Env | Label, expander: Expander): Pairs {
  const expanded: (readonly [string, string])[] = [];
  for (const pair of pairs) {
    const name = expandText(pair.name, expander, at);
    if (typeof name !== 'string') return name;
    const value = expandText(pair.value, expander, at);
    if (typeof value !== 'string') return value;
    expanded.push([name, value]);
  }
  return expanded;
}

function planEnv(state: StageState, instruction: Env, input: PlanInput): ConfigOutcome {
  const pairs = expandPairs(instruction, input.expander(state));
  if ('code' in pairs) return pairs;
  for (const [name, value] of pairs) {
    setVariable(state, name, value);
    state.config = { ...state.config, env: withVariable(state.config.env, name, value) };
  }
  return { createdBy: `ENV ${pairs.map(([name, value]) => `${name}=${value}`).join(' ')}` };
}

function planLabel(state: StageState, instruction: Label, input: PlanInput): ConfigOutcome {
  const pairs = expandPairs(instruction, input.expander(state));
  if ('code' in pairs) return pairs;
  state.config = { ...state.config, labels: new Map([...state.config.labels, ...pairs]) };
  return { createdBy: `LABEL ${pairs.map(([name, value]) => `${name}=${value}`).join(' ')}` };
}

/** A value given to the build wins, then the default, then the global argument of that name. */
function planArg(state: StageState, instruction: Arg, input: PlanInput): ConfigOutcome {
  const written: string[] = [];
  for (const { name, value: initial } of instruction.declared) {
    let value = input.arguments.get(name);
    if (value === undefined && initial === undefined) value = input.globals.get(name);
    else if (value === undefined && initial !== undefined) {
      const expanded = expandText(initial, input.expander(state), instruction.at);
      if (typeof expanded !== 'string') return expanded;
      value = expanded;
    }
    if (value !== undefined && !name.startsWith('BUILDKIT_SBOM_SCAN_')) setVariable(state, name, value);
    state.declared.push({ name, value });
    written.push(value === undefined ? name : `${name}=${value}`);
  }
  return { createdBy: `ARG ${written.join(' ')}` };
}

function planExpose(state: StageState, instruction: Expose, input: PlanInput): ConfigOutcome {
  const ports = exposedPorts(instruction, input.expander(state));
  if ('code' in ports) return ports;
  const all = new Set([...state.config.exposedPorts, ...ports]);
  state.config = { ...state.config, exposedPorts: [...all].sort() };
  return { createdBy: `EXPOSE ${plainList(ports)}` };
}

function planVolume(state: StageState, instruction: Volume, input: PlanInput): ConfigOutcome {
  const paths: string[] = [];
  for (const word of instruction.paths) {
    const path = expandText(word.text, input.expander(state), instruction.at);
    if (typeof path !== 'string') return path;
    if (path === '') return planProblem('empty-volume', 'VOLUME specified can not be an empty string', instruction.at);
    paths.push(path);
  }
  state.config = { ...state.config, volumes: [...new Set([...state.config.volumes, ...paths])].sort() };
  return { createdBy: `VOLUME ${plainList(paths)}` };
}

function planHealthcheck(state: StageState, { probe }: Healthcheck): ConfigOutcome {
  const none = { interval: 0, timeout: 0, startPeriod: 0, startInterval: 0, retries: 0 };
  const healthcheck =
    probe.kind === 'none'
      ? { test: ['NONE'], ...none }
      : {
          test: probe.command.form === 'exec' ? ['CMD', ...probe.command.argv] : ['CMD-SHELL', probe.command.text],
          interval: probe.interval,
          timeout: probe.timeout,
          startPeriod: probe.startPeriod,
          startInterval: probe.startInterval,
          retries: probe.retries,
        };
  state.config = { ...state.config, healthcheck };
  const times = `Interval:${formatDuration(healthcheck.interval)} Timeout:${formatDuration(healthcheck.timeout)} StartPeriod:${formatDuration(healthcheck.startPeriod)} StartInterval:${formatDuration(healthcheck.startInterval)}`;
  return { createdBy: `HEALTHCHECK {Test:${plainList(healthcheck.test)} ${times} Retries:${healthcheck.retries}}` };
}

/** Linux’s signals by name; numbers are taken as they are. */
const SIGNALS = new Set(
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU UNUSED URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'.split(
    ' ',
  ),
);

function planStopSignal(state: StageState, instruction: StopSignal, input: PlanInput): ConfigOutcome {
  const signal = expandText(instruction.signal.text, input.expander(state), instruction.at);
  if (typeof signal !== 'string') return signal;
  const name = signal.toUpperCase().replace(/^SIG/, '');
  const isNumber = /^[+-]?\d+$/.test(signal) && Number(signal) > 0;
  const isRealTime = /^RTM(IN\+([1-9]|1[0-5])|AX-([1-9]|1[0-4]))$/.test(name);
  if (!isNumber && !SIGNALS.has(name) && !isRealTime) {
    return planProblem('invalid-signal', `invalid signal: ${signal}`, instruction.at);
  }
  state.config = { ...state.config, stopSignal: signal };
  return { createdBy: `STOPSIGNAL ${signal}` };
}
