// Instructions that only change the configuration: ENV, LABEL, CMD, ENTRYPOINT, USER, EXPOSE, VOLUME, HEALTHCHECK, SHELL, STOPSIGNAL,
// ONBUILD, MAINTAINER, ARG (buildkit frontend/dockerfile/dockerfile2llb). Each leaves a line in the history and no layer.
import {
  type Arg,
  type CommandLine,
  type DockerfileProblem,
  expandArguments,
  expandInstruction,
  type Healthcheck,
  HIDDEN_ARGUMENTS,
  type Instruction,
} from '../dockerfile';
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
export function planConfig(state: StageState, written: ConfigInstruction, input: PlanInput): ConfigOutcome {
  if (written.kind === 'arg') return planArg(state, written, input);
  const { instruction, ports, problem } = expandInstruction(written, state.env, input.file.escape);
  if (problem !== undefined) return planProblem('expansion', problem, written.at);
  switch (instruction.kind) {
    case 'env':
      for (const { name, value } of instruction.pairs) {
        setVariable(state, name, value);
        state.config = { ...state.config, env: withVariable(state.config.env, name, value) };
      }
      return { createdBy: `ENV ${pairsText(instruction.pairs)}` };
    case 'label': {
      const pairs = instruction.pairs.map(({ name, value }) => [name, value] as const);
      state.config = { ...state.config, labels: new Map([...state.config.labels, ...pairs]) };
      return { createdBy: `LABEL ${pairsText(instruction.pairs)}` };
    }
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
    case 'user':
      state.user = instruction.user.text;
      state.config = { ...state.config, user: state.user };
      return { createdBy: `USER ${state.user}` };
    case 'expose':
      state.config = { ...state.config, exposedPorts: sorted([...state.config.exposedPorts, ...ports]) };
      return { createdBy: `EXPOSE ${plainList(ports)}` };
    case 'volume': {
      const paths = instruction.paths.map(({ text }) => text);
      state.config = { ...state.config, volumes: sorted([...state.config.volumes, ...paths]) };
      return { createdBy: `VOLUME ${plainList(paths)}` };
    }
    case 'healthcheck':
      return planHealthcheck(state, instruction);
    case 'shell':
      state.config = { ...state.config, shell: instruction.argv };
      return { createdBy: `SHELL ${plainList(instruction.argv)}` };
    case 'stopsignal':
      state.config = { ...state.config, stopSignal: instruction.signal.text };
      return { createdBy: `STOPSIGNAL ${instruction.signal.text}` };
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

const sorted = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

const pairsText = (pairs: readonly { readonly name: string; readonly value: string }[]): string =>
  pairs.map(({ name, value }) => `${name}=${value}`).join(' ');

/** A value given to the build wins, then the default, then the global argument of that name. */
function planArg(state: StageState, arg: Arg, { file, arguments: values, globals }: PlanInput): ConfigOutcome {
  const { given, problem } = expandArguments(arg, state.env, file.escape, values, globals);
  if (problem !== undefined) return planProblem('expansion', problem, arg.at);
  for (const { name, value } of given) {
    if (value !== undefined && !HIDDEN_ARGUMENTS.has(name)) setVariable(state, name, value);
    state.declared.push({ name, value });
  }
  const written = given.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
  return { createdBy: `ARG ${written.join(' ')}` };
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
  const times = [
    `Interval:${formatDuration(healthcheck.interval)}`,
    `Timeout:${formatDuration(healthcheck.timeout)}`,
    `StartPeriod:${formatDuration(healthcheck.startPeriod)}`,
    `StartInterval:${formatDuration(healthcheck.startInterval)}`,
  ];
  const { test, retries } = healthcheck;
  return { createdBy: `HEALTHCHECK {Test:${plainList(test)} ${times.join(' ')} Retries:${retries}}` };
}
