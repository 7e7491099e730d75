// Checks of a stage’s instructions with their variables: buildkit dockerfile2llb/convert.go (dispatch), validations.go.
import {
  type Arg,
  type Dockerfile,
  type Environment,
  type Expose,
  expandArguments,
  expandInstruction,
  expandWords,
  HIDDEN_ARGUMENTS,
  type Instruction,
  quote,
  readPorts,
  type Stretch,
  sortedPorts,
  suggest,
} from '../dockerfile';
import { cleanPath, type IgnoreMatcher, judgePath } from '../ignore';
import type { Stopped } from './check-bases';
import type { Findings } from './finding';
import { type StageVariables, setVariable } from './stage-variables';

/** What the checks of all stages share. */
export interface StageCheck {
  readonly escape: Dockerfile['escape'];
  readonly given: Environment;
  readonly globals: Environment;
  readonly ignore: IgnoreMatcher | undefined;
  readonly findings: Findings;
}

/** Where CMD, ENTRYPOINT and HEALTHCHECK stood last in the stage. */
export type LastOf = Map<'cmd' | 'entrypoint' | 'healthcheck', Stretch>;

/** Checks one instruction and sets what it sets; stops where the builder does. */
export function checkInstruction(
  instruction: Instruction,
  stage: StageVariables,
  last: LastOf,
  check: StageCheck,
): Stopped | undefined {
  if (instruction.kind === 'arg') return checkArg(instruction, stage, check);
  const expanded = expandInstruction(instruction, stage.environment, check.escape);
  if (instruction.kind !== 'expose') {
    for (const missing of expanded.missingByWord) reportMissing(missing, instruction, stage, check);
  }
  const { problem } = expanded;
  if (instruction.kind === 'expose') checkPorts(instruction, stage, check);
  if (problem !== undefined) return { problem };
  const is = expanded.instruction;
  const add = (rule: Parameters<Findings['add']>[0], message: string) =>
    check.findings.add(rule, message, instruction.at, instruction.comments);
  switch (is.kind) {
    case 'env':
    case 'label':
      for (const { name, value, separator } of is.pairs) {
        if (separator === ' ') {
          const { keyword } = instruction;
          const message = `"${keyword} key=value" should be used instead of legacy "${keyword} key value" format`;
          add('LegacyKeyValueFormat', message);
        }
        if (is.kind === 'label') continue;
        if (isSecret(name)) add('SecretsUsedInArgOrEnv', secretMessage('ENV', name));
        setVariable(stage, name, value);
      }
      return undefined;
    case 'workdir':
      if (!stage.hasWorkdir && !is.path.text.startsWith('/')) {
        const message = `Relative workdir ${quote(is.path.text)} can have unexpected results if the base image changes`;
        add('WorkdirRelativePath', message);
      }
      stage.hasWorkdir = true;
      return undefined;
    case 'shell':
      stage.hasShell = true;
      return undefined;
    case 'cmd':
    case 'entrypoint':
    case 'healthcheck': {
      const before = last.get(is.kind);
      if (before !== undefined) {
        const message = `Multiple ${is.keyword} instructions should not be used in the same stage because only the last one will be used`;
        check.findings.add('MultipleInstructionsDisallowed', message, before, instruction.comments);
      }
      last.set(is.kind, instruction.at);
      if (is.kind !== 'healthcheck' && is.command.form === 'shell' && !stage.hasShell) {
        const message = `JSON arguments recommended for ${is.keyword} to prevent unintended behavior related to OS signals`;
        add('JSONArgsRecommended', message);
      }
      return undefined;
    }
    case 'add':
    case 'copy':
      if (is.kind === 'add' || is.from === '') checkIgnored(is, check);
      return undefined;
    default:
      return undefined;
  }
}

function reportMissing(
  missing: ReadonlySet<string>,
  instruction: Instruction,
  { environment, declared }: StageVariables,
  { findings }: StageCheck,
): void {
  for (const name of missing) {
    if (declared.has(name) || HIDDEN_ARGUMENTS.has(name)) continue;
    const meant = suggest(name, [...environment.keys()], true);
    const message = `Usage of undefined variable '$${name}'${meant === undefined ? '' : ` (did you mean $${meant}?)`}`;
    findings.add('UndefinedVar', message, instruction.at, instruction.comments);
  }
}

function checkArg(arg: Arg, stage: StageVariables, check: StageCheck): Stopped | undefined {
  for (const one of arg.declared) {
    const { name } = one;
    if (isSecret(name)) {
      check.findings.add('SecretsUsedInArgOrEnv', secretMessage('ARG', name), arg.at, arg.comments);
    }
    const alone = { ...arg, declared: [one] };
    const { given, missing, problem } = expandArguments(
      alone,
      stage.environment,
      check.escape,
      check.given,
      check.globals,
    );
    reportMissing(missing, arg, stage, check);
    if (problem !== undefined) return { problem };
    const value = given[0]?.value;
    if (value !== undefined && !HIDDEN_ARGUMENTS.has(name)) setVariable(stage, name, value);
    stage.declared.add(name);
  }
  return undefined;
}

const SECRET = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/iu;
const NO_SECRET = /(?:_|^)(?:public|file|version)(?:_|$)/iu;

/** Whether a name sounds like a secret. */
function isSecret(name: string): boolean {
  return SECRET.test(name) && !NO_SECRET.test(name);
}

function secretMessage(keyword: string, name: string): string {
  return `Do not use ARG or ENV instructions for sensitive data (${keyword} ${quote(name)})`;
}

/** Words before the first that is no port are still checked. */
function checkPorts(expose: Expose, { environment }: StageVariables, { escape: escaping, findings }: StageCheck): void {
  const words: string[] = [];
  for (const written of sortedPorts(expose)) {
    const expanded = expandWords(written, environment, escaping);
    if (expanded.problem !== undefined) return;
    words.push(...expanded.words);
  }
  for (const word of words) {
    const read = readPorts(word);
    if (read.hasCapitals === true) {
      const message = `Defined protocol '${word}' in EXPOSE instruction should be lowercase`;
      findings.add('ExposeProtoCasing', message, expose.at, expose.comments);
    }
    if (read.hasHost === true) {
      const message = `EXPOSE instruction should not define an IP address or host-port mapping, found '${word}'`;
      findings.add('ExposeInvalidFormat', message, expose.at, expose.comments);
    }
    if ('problem' in read) return;
  }
}

const EVERYTHING = new Set(['*', '**', '**/*']);

/** Sources that the ignore file keeps out; with exceptions in it, nothing can be said. */
function checkIgnored(
  copying: Instruction & { readonly kind: 'add' | 'copy' },
  { ignore, findings }: StageCheck,
): void {
  if (ignore === undefined || ignore.hasExceptions) return;
  for (const source of copying.sources) {
    const path = cleanPath(source.text);
    const isRoot = path === '.' || path === '/';
    if (isRoot && !ignore.patterns.some(({ text }) => EVERYTHING.has(text))) continue;
    const verdict = judgePath(ignore, path);
    if ('problem' in verdict || !verdict.isIgnored) continue;
    const keyword = copying.kind === 'add' ? 'Add' : 'Copy';
    const message = `Attempting to ${keyword} file ${quote(path)} that is excluded by .dockerignore`;
    findings.add('CopyIgnoredFile', message, copying.at, copying.comments);
  }
}
