// Checks of how a file is written, which need no variables: names of stages, letters of keywords, comments that describe.
import type { Arg, Dockerfile, From, Instruction, ParsedDockerfile } from '../dockerfile';
import type { Findings } from './finding';
import { placeAtLine } from './place-at-line';

/** Empty lines inside instructions. */
export function checkContinuations(text: string, parsed: ParsedDockerfile, findings: Findings): void {
  for (const line of parsed.emptyContinuations) {
    findings.add('NoEmptyContinuation', 'Empty continuation line', placeAtLine(text, line));
  }
}

/** What can be said of each instruction by itself, in the order of the file, up to a line that is refused. */
export function checkInstructions(file: Dockerfile, refused: number | undefined, findings: Findings): void {
  const all = [...file.globalArgs, ...file.stages.flatMap(({ from, instructions }) => [from, ...instructions])];
  for (const instruction of all) {
    if (instruction.at.start.line >= (refused ?? Number.POSITIVE_INFINITY)) return;
    if (instruction.kind === 'from') checkFrom(instruction, findings);
    else if (instruction.kind === 'arg') checkDescription(instruction, findings);
    else if (instruction.kind === 'maintainer') {
      const message = 'Maintainer instruction is deprecated in favor of using label';
      findings.add('MaintainerDeprecated', message, instruction.at, instruction.comments);
    }
  }
}

function checkFrom(from: From, findings: Findings): void {
  const name = from.writtenName?.text;
  if (name === undefined) return;
  if (name !== name.toLowerCase()) {
    findings.add('StageNameCasing', `Stage name '${name}' should be lowercase`, from.at, from.comments);
  }
  const as = asOf(from);
  const isLower = from.keyword === from.keyword.toLowerCase();
  const isUpper = from.keyword === from.keyword.toUpperCase();
  if ((isLower && as !== as.toLowerCase()) || (!isLower && isUpper && as !== as.toUpperCase())) {
    const message = `'${as}' and '${from.keyword}' keywords' casing do not match`;
    findings.add('FromAsCasing', message, from.at, from.comments);
  }
  checkDescribed('FROM', from.stageName === undefined ? [] : [from.stageName], from, findings);
}

/** The word AS as it is written. */
function asOf({ code }: From): string {
  return /[\t\v\f\r ](as)[\t\v\f\r ]+[^\t\v\f\r ]+$/iu.exec(code)?.[1] ?? 'AS';
}

function checkDescription(arg: Arg, findings: Findings): void {
  checkDescribed(
    'ARG',
    arg.declared.map(({ name }) => name),
    arg,
    findings,
  );
}

function checkDescribed(keyword: string, names: readonly string[], instruction: From | Arg, findings: Findings): void {
  const [first] = names;
  const comment = instruction.comments.at(-1);
  if (comment === undefined || first === undefined || names.includes(comment.split(' ', 1)[0] ?? '')) return;
  const name = names.length > 1 ? '<arg_key>' : first;
  const message = `Comment for ${keyword} should follow the format: \`# ${name} <description>\``;
  findings.add('InvalidDefinitionDescription', message, instruction.at, instruction.comments);
}

const RESERVED = new Set(['context', 'scratch']);

/** Names of stages beside each other. */
export function checkStageNames(file: Dockerfile, findings: Findings): void {
  const names = new Set<string>();
  for (const { from } of file.stages) {
    const name = from.stageName;
    if (name === undefined) continue;
    if (RESERVED.has(name)) {
      findings.add('ReservedStageName', `Stage name should not use the same name as reserved stage "${name}"`, from.at);
    }
    if (names.has(name)) {
      findings.add('DuplicateStageName', `Duplicate stage name "${name}", stage names should be unique`, from.at);
    }
    names.add(name);
  }
}

/** Keywords as most of the file has them; those before the first FROM aren’t counted. */
export function checkCasing(file: Dockerfile, findings: Findings): void {
  const all = file.stages.flatMap(({ from, instructions }): (From | Instruction)[] => [from, ...instructions]);
  let lower = 0;
  let upper = 0;
  for (const { keyword } of all) {
    if (keyword === keyword.toLowerCase()) lower++;
    else if (keyword === keyword.toUpperCase()) upper++;
  }
  const isLower = lower > upper;
  for (const { keyword, at } of all) {
    if (keyword === (isLower ? keyword.toLowerCase() : keyword.toUpperCase())) continue;
    const wanted = isLower ? 'lowercase' : 'uppercase';
    findings.add(
      'ConsistentInstructionCasing',
      `Command '${keyword}' should match the case of the command majority (${wanted})`,
      at,
    );
  }
}
