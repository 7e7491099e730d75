// The whole of a Dockerfile: lines, instructions, stages (buildkit instructions/parse.go, Parse; dockerfile2llb/convert.go, the
// beginning of toDispatchState).
import { checkOptionsOf } from './check-options';
import { findSyntax } from './directives';
import type { Dockerfile, ParsedDockerfile, Stage } from './dockerfile';
import type { Arg, From, Instruction } from './instruction';
import { lineStartsOf, stretchOf } from './place';
import type { DockerfileProblem } from './problem';
import { readInstruction } from './read-instruction';
import { readLines } from './read-lines';
import { problemOf, readingOf } from './reading';

/**
 * Reads the text of a Dockerfile. Problems come in the builder’s order: all that the lines hold, then the instructions from the
 * top; the first is what it prints.
 *
 * @example parseDockerfile('FROM python:3.14\nRUN --form=x ls\n').problems[0]?.message // → 'unknown flag: --form'
 */
export function parseDockerfile(text: string): ParsedDockerfile {
  const places = lineStartsOf(text);
  const lines = readLines(text, places);
  const problems: DockerfileProblem[] = [];
  const whole = (code: string, found: DockerfileProblem['found'], message: string): DockerfileProblem => {
    const at = stretchOf(places, 0, text.length);
    return { code: `dockerfile/${code}`, found, message, builderMessage: message, line: undefined, at };
  };
  const check = checkOptionsOf(text);
  if (text === '') problems.push(whole('empty', 'lines', 'the Dockerfile cannot be empty'));
  else {
    if ('problem' in check) problems.push(whole('check-options', 'lines', check.problem));
    problems.push(...lines.problems);
  }
  const globalArgs: Arg[] = [];
  const stages: { readonly from: From; readonly instructions: Instruction[] }[] = [];
  for (const line of lines.instructions) {
    const reading = readingOf(line, places);
    const read = readInstruction(reading);
    const stage = stages.at(-1);
    if ('problem' in read) problems.push(problemOf(reading, read));
    else if (read.kind === 'from') stages.push({ from: read, instructions: [] });
    else if (stage !== undefined) stage.instructions.push(read);
    else if (read.kind === 'arg') globalArgs.push(read);
    else {
      const message = 'no build stage in current context';
      const problem = problemOf(reading, { code: 'no-stage', problem: message });
      problems.push({ ...problem, builderMessage: message });
    }
  }
  if (problems.length === 0 && stages.length === 0) {
    problems.push(whole('no-stages', 'plan', 'dockerfile contains no stages to build'));
  }
  const file: Dockerfile = {
    directives: lines.directives,
    escape: lines.escape,
    syntax: findSyntax(text),
    globalArgs,
    stages: stages.map((stage, index): Stage => ({ index, ...stage })),
  };
  return { file, emptyContinuations: lines.emptyContinuations, problems };
}
