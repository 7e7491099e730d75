// A Dockerfile written the one way: keywords in capitals, one blank between words, an empty line between stages. What can’t be written
// so without changing its meaning stays on its line as it was.
import type { CommandLine } from './command-line';
import type { Dockerfile } from './dockerfile';
import type { From, Instruction } from './instruction';
import { meaningOf } from './meaning';
import { LINE_LIMIT } from './physical-lines';
import { lineStartsOf } from './place';
import { readInstruction } from './read-instruction';
import { readLines } from './read-lines';
import { readingOf } from './reading';
import { utf8Length } from './utf8';

type Escape = Dockerfile['escape'];

/**
 * The file’s text in canonical form. Reading it again gives the same directives, arguments and stages.
 *
 * @example formatDockerfile(parseDockerfile('from  python:3.14 as  base\nrun  ls\n').file) // → '\nFROM python:3.14 AS base\nRUN ls\n'
 */
export function formatDockerfile(file: Dockerfile): string {
  const directives = file.directives.map(({ name, value }) => `# ${name}=${value}\n`);
  const args = file.globalArgs.map((arg) => formatInstruction(arg, file.escape));
  const stages = file.stages.map(({ from, instructions }) => {
    return [from, ...instructions].map((instruction) => formatInstruction(instruction, file.escape)).join('');
  });
  // The empty line ends the directives: a comment below can’t be taken for one.
  return [directives.join(''), args.join(''), ...stages].filter((part, i) => i === 0 || part !== '').join('\n');
}

/** One instruction with its comments and heredocs, a line end behind it. */
function formatInstruction(instruction: Instruction | From, escaping: Escape): string {
  const canonical = linesOf(
    instruction,
    [instruction.keyword.toUpperCase(), ...partsOf(instruction)].join(' '),
    escaping,
  );
  if (isReadAs(canonical, instruction, escaping)) return canonical;
  const written = instruction.kind === 'onbuild' ? `ONBUILD ${lineOf(instruction.trigger)}` : instruction.code;
  return linesOf(instruction, written, escaping);
}

function isReadAs(text: string, instruction: Instruction | From, escaping: Escape): boolean {
  // A line that ends the directives, so that the escape character is the file’s and no comment becomes a directive.
  const whole = `# escape=${escaping}\n\n${text}`;
  const places = lineStartsOf(whole);
  const { instructions, problems } = readLines(whole, places);
  const [line] = instructions;
  if (line === undefined || instructions.length > 1 || problems.length > 0) return false;
  const read = readInstruction(readingOf(line, places));
  return !('problem' in read) && meaningOf(read) === meaningOf(instruction);
}

function linesOf(instruction: Instruction | From, line: string, escaping: Escape): string {
  const comments = instruction.comments.map((comment) => `# ${comment}\n`);
  const heredocs = instruction.heredocs.map(({ content, name }) => `${content}${name}\n`);
  return `${comments.join('')}${folded(withoutContinuation(line, escaping), escaping)}\n${heredocs.join('')}`;
}

/** A line that ends with an escape character only since the blanks behind it were cut off gets one back. */
function withoutContinuation(line: string, escaping: Escape): string {
  const ends = line.endsWith(escaping) && line.at(-2) !== escaping;
  return ends ? `${line}\f` : line;
}

/** A line that is too long for the builder’s scanner goes over several. */
function folded(line: string, escaping: Escape): string {
  if (line.length <= LINE_LIMIT / 3 || utf8Length(line) <= LINE_LIMIT) return line;
  const pieces: string[] = [];
  let from = 0;
  let at = Math.floor(LINE_LIMIT / 4);
  while (at < line.length) {
    while (at < line.length && !isFoldable(line, at, escaping)) at++;
    pieces.push(line.slice(from, at));
    from = at;
    at += Math.floor(LINE_LIMIT / 4);
  }
  pieces.push(line.slice(from));
  return pieces.filter((piece) => piece !== '').join(`${escaping}\n`);
}

/** Before a letter or digit, and not behind an escape character. */
function isFoldable(line: string, at: number, escaping: Escape): boolean {
  return /[a-z0-9]/i.test(line[at] ?? '') && line[at - 1] !== escaping;
}

/** The first line of a text that may go on in heredocs. */
function lineOf(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

/** Flags and arguments, as words between which one blank stands. */
function partsOf(instruction: Instruction | From): string[] {
  const words = argumentsOf(instruction);
  const flags = instruction.flags.map(({ name, value }) => {
    return `--${quoteFlag(value === undefined ? name : `${name}=${value}`)}`;
  });
  return [...flags, ...(words[0]?.startsWith('--') ? ['--'] : []), ...words];
}

const PLAIN_FLAG = /^[\w./:=,@%+$*{}?[\]~^!#&;()|<>-]*$/;

/** The builder reads flags byte by byte; what it made of other characters is put together again. */
function quoteFlag(text: string): string {
  if (PLAIN_FLAG.test(text)) return text;
  const quoted = text.includes('"') ? `'${text}'` : `"${text}"`;
  const bytes = Uint8Array.from(quoted, (unit) => unit.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function argumentsOf(instruction: Instruction | From): string[] {
  switch (instruction.kind) {
    case 'from': {
      const { base, writtenName } = instruction;
      return writtenName === undefined ? [base.text] : [base.text, 'AS', writtenName.text];
    }
    case 'arg':
      return instruction.declared.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
    case 'env':
    case 'label':
      return instruction.pairs.map(({ name, separator, value }) => `${name}${separator}${value}`);
    case 'add':
    case 'copy': {
      const signs = instruction.heredocs.map(({ name, expand, chomp, fileDescriptor }) => {
        const number = fileDescriptor === 0 ? '' : `${fileDescriptor}`;
        return `${number}<<${chomp ? '-' : ''}${expand ? name : `"${name}"`}`;
      });
      const sources = instruction.sources.map(({ text }) => text);
      return wordsOrJson([...sources, ...signs, instruction.destination.text]);
    }
    case 'cmd':
    case 'entrypoint':
    case 'run':
      return commandWords(instruction.command);
    case 'shell':
      return [json(instruction.argv)];
    case 'expose':
      return instruction.ports.map(({ text }) => text);
    case 'volume':
      return wordsOrJson(instruction.paths.map(({ text }) => text));
    case 'user':
      return [instruction.user.text];
    case 'workdir':
      return [instruction.path.text];
    case 'stopsignal':
      return [instruction.signal.text];
    case 'maintainer':
      return [instruction.maintainer];
    case 'healthcheck':
      return instruction.probe.kind === 'none' ? ['NONE'] : ['CMD', ...commandWords(instruction.probe.command)];
    case 'onbuild':
      return [lineOf(instruction.trigger)];
  }
}

function commandWords(command: CommandLine): string[] {
  if (command.form === 'exec') return [json(command.argv)];
  return command.text === '' ? [] : [command.text];
}

function json(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** Words that hold blanks, or that a bracket begins, can only be written as JSON. */
function wordsOrJson(words: readonly string[]): string[] {
  const isPlain = words.every((word) => word !== '' && !/\s/.test(word)) && !words[0]?.startsWith('[');
  return isPlain ? [...words] : [json(words)];
}
