// An instruction with values in the place of its variables: Dockerfile reference, “Environment replacement”; buildkit
// dockerfile2llb/convert.go, dispatch. RUN, CMD and ENTRYPOINT leave variables in their command to the shell.
import { copyingProblem } from './copy-rules';
import type { Environment } from './environment';
import { Expander } from './expander';
import type { Add, Copy, Expose, Instruction } from './instruction';
import type { Mount } from './mount';
import { readPorts } from './ports';
import { isStopSignal } from './stop-signal';

/** What expansion gives back. */
export interface ExpandedInstruction<Kind extends Instruction = Instruction> {
  /** The instruction with its words expanded; as it was where there is a problem. */
  readonly instruction: Kind;
  /** The mounts of RUN. */
  readonly mounts: readonly Mount[];
  /** The ports of EXPOSE as the image’s configuration has them: `80/tcp`. */
  readonly ports: readonly string[];
  readonly used: ReadonlySet<string>;
  /** Variables that were asked for and have no value, with those that a modifier gave one. */
  readonly missing: ReadonlySet<string>;
  /** The same word by word, for those words that asked for such. */
  readonly missingByWord: readonly ReadonlySet<string>[];
  /** The builder’s sentence where it refuses the instruction, now that the variables are known. */
  readonly problem: string | undefined;
}

/**
 * Expands an instruction of a stage with what ENV and ARG have set before it. ARG takes more than that: see `expandArguments`.
 */
export function expandInstruction<Kind extends Instruction>(
  instruction: Kind,
  environment: Environment,
  escaping: '\\' | '`',
): ExpandedInstruction<Kind> {
  const expander = new Expander(environment, escaping);
  const mounts: Mount[] = [];
  const ports: string[] = [];
  const expanded = expandParts(instruction, expander, mounts, ports);
  const { used, missing, missingByWord, problem } = expander;
  // The parts are put back where they came from, so the kind stays what it was.
  return {
    instruction: problem === undefined ? (expanded as Kind) : instruction,
    mounts,
    ports,
    used,
    missing,
    missingByWord,
    problem,
  };
}

function expandParts(instruction: Instruction, expander: Expander, mounts: Mount[], ports: string[]): Instruction {
  switch (instruction.kind) {
    case 'env':
    case 'label': {
      const pairs = instruction.pairs.map((pair) => {
        return { ...pair, name: expander.text(pair.name), value: expander.text(pair.value) };
      });
      return { ...instruction, pairs };
    }
    case 'add':
    case 'copy':
      return expandCopying(instruction, expander);
    case 'run':
      for (const written of instruction.mounts) {
        const mount = expander.mount(written);
        if (mount !== undefined) mounts.push(mount);
      }
      return instruction;
    case 'expose':
      ports.push(...expandPorts(instruction, expander));
      return instruction;
    case 'volume': {
      const paths = instruction.paths.map(expander.word);
      if (paths.some(({ text }) => text === '')) expander.refuse('VOLUME specified can not be an empty string');
      return { ...instruction, paths };
    }
    case 'user':
      return { ...instruction, user: expander.word(instruction.user) };
    case 'workdir':
      return { ...instruction, path: expander.word(instruction.path) };
    case 'stopsignal': {
      const signal = expander.word(instruction.signal);
      if (!isStopSignal(signal.text)) expander.refuse(`invalid signal: ${signal.text}`);
      return { ...instruction, signal };
    }
    case 'arg':
    case 'cmd':
    case 'entrypoint':
    case 'healthcheck':
    case 'maintainer':
    case 'onbuild':
    case 'shell':
      return instruction;
  }
}

function expandCopying(copying: Copy | Add, expander: Expander): Copy | Add {
  const flags = { chown: expander.text(copying.chown), chmod: expander.text(copying.chmod) };
  const checksum = copying.kind === 'add' ? { checksum: expander.text(copying.checksum) } : {};
  const sources = copying.sources.map(expander.word);
  const destination = expander.word(copying.destination);
  const files = copying.files.map((file) => {
    return file.expand ? { ...file, content: expander.heredoc(file.content) } : file;
  });
  const expanded = { ...copying, ...flags, ...checksum, sources, destination, files };
  expander.refuse(copyingProblem(expanded));
  return expanded;
}

/** The words in the order of their bytes, as the builder sorts them before it expands them. */
function expandPorts(expose: Expose, expander: Expander): string[] {
  const words = sortedPorts(expose).flatMap((written) => expander.words(written));
  return words.flatMap((word) => {
    const read = readPorts(word);
    if (!('problem' in read)) return read.ports;
    expander.refuse(read.problem);
    return [];
  });
}

/** The words of EXPOSE by code points. */
export function sortedPorts(expose: Expose): string[] {
  return expose.ports.map(({ text }) => text).sort((left, right) => compareCodePoints(left, right));
}

function compareCodePoints(left: string, right: string): number {
  const others = [...right];
  let i = 0;
  for (const character of left) {
    const other = others[i++];
    if (other === undefined) return 1;
    const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return i - others.length;
}
