// Checks of FROM with the global arguments: buildkit dockerfile2llb/convert.go (buildMetaArgs, buildDispatchStates), validations.go.
import {
  type Arg,
  type Dockerfile,
  type Environment,
  type Expansion,
  expandWord,
  type From,
  quote,
  suggest,
} from '../dockerfile';
import { formatPlatform, type Platform, parsePlatform } from '../plan/platform';
import { fullReference } from '../plan/reference';
import type { Findings } from './finding';

/** The builder’s sentence where it stops. */
export interface Stopped {
  readonly problem: string;
}

/** The values of the global arguments on top of the automatic ones. */
export function globalValues(
  args: readonly Arg[],
  automatic: Environment,
  escaping: Dockerfile['escape'],
  given: Environment,
): ReadonlyMap<string, string> | Stopped {
  const values = new Map(automatic);
  for (const { declared } of args) {
    for (const { name, value } of declared) {
      const passed = given.get(name);
      const expanded = passed === undefined && value !== undefined ? expandWord(value, values, escaping) : undefined;
      if (expanded?.problem !== undefined) return { problem: expanded.problem };
      const final = passed ?? expanded?.text;
      if (final !== undefined) values.set(name, final);
    }
  }
  return values;
}

/** FROM as it is when nothing is given: the defaults must make the name of an image. */
export function checkDefaults(file: Dockerfile, automatic: Environment, findings: Findings): void {
  const values = globalValues(file.globalArgs, automatic, file.escape, new Map());
  if ('problem' in values) return;
  for (const { from } of file.stages) {
    const { text, problem } = expandWord(from.base.text, values, file.escape);
    if (problem !== undefined) return;
    if (typeof fullReference(text) === 'string') continue;
    const message = `Default value for ARG ${from.base.text} results in empty or invalid base image name`;
    findings.add('InvalidDefaultArgInFrom', message, from.at);
  }
}

/** What a stage begins with: the expanded name, and the platform that FROM names. */
export interface CheckedBase {
  readonly name: string;
  readonly platform: Platform | undefined;
}

/** The bases in the order of the stages. */
export function checkBases(
  file: Dockerfile,
  globals: Environment,
  findings: Findings,
): readonly CheckedBase[] | Stopped {
  const known = new Set([
    ...file.globalArgs.flatMap(({ declared }) => declared.map(({ name }) => name)),
    ...globals.keys(),
  ]);
  const bases: CheckedBase[] = [];
  for (const { from } of file.stages) {
    const base = expandWord(from.base.text, globals, file.escape);
    checkUndefined(base, known, from, findings);
    if (base.problem !== undefined) return { problem: base.problem };
    if (base.text === '') return { problem: `base name (${from.base.text}) should not be blank` };
    const platform = checkPlatform(from, globals, file.escape, known, findings);
    if (platform !== undefined && 'problem' in platform) return platform;
    bases.push({ name: base.text, platform });
  }
  return bases;
}

function checkUndefined({ missing }: Expansion, known: ReadonlySet<string>, from: From, findings: Findings): void {
  for (const name of missing) {
    if (known.has(name)) continue;
    const meant = suggest(name, [...known], true);
    const message = `FROM argument '${name}' is not declared${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
    findings.add('UndefinedArgInFrom', message, from.at, from.comments);
  }
}

function checkPlatform(
  from: From,
  globals: Environment,
  escaping: Dockerfile['escape'],
  known: ReadonlySet<string>,
  findings: Findings,
): Platform | Stopped | undefined {
  if (from.platform === undefined) return undefined;
  const expanded = expandWord(from.platform, globals, escaping);
  const { text, used, missing, problem } = expanded;
  checkUndefined(expanded, known, from, findings);
  if (used.size === 1 && missing.size === 0 && used.has('TARGETPLATFORM') && text === globals.get('TARGETPLATFORM')) {
    const message = `Setting platform to predefined ${from.platform} in FROM is redundant as this is the default behavior`;
    findings.add('RedundantTargetPlatform', message, from.at, from.comments);
  }
  const platform = parsePlatform(text);
  const name = from.stageName ?? '';
  const isFixed = used.size === 0 && missing.size === 0 && platform !== undefined;
  if (isFixed && !name.includes(platform.os) && !name.includes(platform.architecture)) {
    const message = `FROM --platform flag should not use constant value ${quote(text)}`;
    findings.add('FromPlatformFlagConstDisallowed', message, from.at, from.comments);
  }
  if (problem !== undefined) return { problem: `failed to process arguments for platform : ${problem}` };
  if (text === '') return { problem: `empty platform value from expression ${from.platform}` };
  return platform ?? { problem: `failed to parse platform ${from.platform}` };
}

/** Names of images must be well-formed, and the image be one for the platform. */
export function checkImage(
  base: CheckedBase,
  from: From,
  wanted: Platform,
  actual: Platform | undefined,
  findings: Findings,
): Stopped | undefined {
  const reference = fullReference(base.name);
  if (typeof reference !== 'string') {
    return { problem: `failed to parse stage name ${quote(base.name)}: ${reference.message}` };
  }
  if (actual === undefined || (actual.os === wanted.os && actual.architecture === wanted.architecture))
    return undefined;
  const platforms = `platform ${quote(formatPlatform(actual))}, expected ${quote(formatPlatform(wanted))}`;
  const message = `Base image ${base.name} was pulled with ${platforms} for current build`;
  findings.add('InvalidBaseImagePlatform', message, from.at);
  return undefined;
}
