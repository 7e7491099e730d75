// An ONBUILD trigger, read when a build starts from the image that holds it: buildkit dockerfile2llb/convert.go,
// initOnBuildTriggers.
import type { Instruction } from './instruction';
import { lineStartsOf } from './place';
import { readInstruction } from './read-instruction';
import { readLines } from './read-lines';
import { problemOf, readingOf } from './reading';

/** The instruction of a trigger, its places counted in the trigger’s own text; or what the builder says of it. */
export interface ParsedTrigger {
  readonly instruction: Instruction | undefined;
  readonly problem: string | undefined;
}

/** Reads one trigger. The escape character is the backslash, whatever the file that it came from had. */
export function parseTrigger(trigger: string): ParsedTrigger {
  const places = lineStartsOf(trigger);
  const { instructions, problems } = readLines(trigger, places);
  const refuse = (problem: string): ParsedTrigger => ({ instruction: undefined, problem });
  const [found] = problems;
  if (found !== undefined) return refuse(found.message);
  const [line] = instructions;
  if (line === undefined || instructions.length > 1) return refuse('onbuild trigger should be a single expression');
  const reading = readingOf(line, places);
  const read = readInstruction(reading);
  if ('problem' in read) return refuse(problemOf(reading, read).message);
  return read.kind === 'from'
    ? refuse('*instructions.Stage is not a command type')
    : { instruction: read, problem: undefined };
}
