// A cause in a sentence that begins with what is otherwise.
import type { ChangedPart } from '../files/compare-trees';
import type { Cause, ChangedFile, ChangedVariable, Setting } from './cause';

/** @example describeCause({ kind: 'cache-ignored' }) // → 'The cache is left aside (--no-cache).' */
export function describeCause(cause: Cause): string {
  switch (cause.kind) {
    case 'first-build':
      return 'Nothing has been built before.';
    case 'cache-ignored':
      return 'The cache is left aside (--no-cache).';
    case 'new-step':
      return 'This step is new.';
    case 'instruction-changed':
      return `The instruction is another one: it was “${cause.before}”.`;
    case 'variables-changed':
      return `${list(cause.variables.map(describeVariable))}.`;
    case 'setting-changed':
      return describeSetting(cause.setting, cause.before, cause.after);
    case 'files-changed':
      return describeFiles(cause);
    case 'base-changed':
      return `${cause.reference} stands for another image now.`;
    case 'parent-ran':
      return `A step before it ran: ${placed(cause.step)}.`;
    case 'parent-differs':
      return `It never ran on what comes before it as that is now: ${placed(cause.step)}.`;
    case 'failed-before':
      return 'It failed the last time, and what fails isn’t kept.';
  }
}

const placed = ({ line, instruction }: { readonly line: number; readonly instruction: string }): string =>
  `line ${line} (${instruction.replace(/\s+/g, ' ')})`;

function describeVariable({ name, before, after, isArgument }: ChangedVariable): string {
  const what = `${isArgument ? 'The argument' : 'The variable'} ${name}`;
  if (before === after) return `${what} stands in another place among the variables`;
  if (before === undefined) return `${what} is new`;
  return after === undefined ? `${what} is gone` : `${what} was “${before}” and is “${after}”`;
}

const SETTINGS: Readonly<Record<Setting, string>> = {
  workdir: 'The working folder',
  user: 'The user',
  shell: 'The shell',
  platform: 'The platform',
  network: 'The network',
  mounts: 'What is mounted',
};

function describeSetting(setting: Setting, before: string, after: string): string {
  if (before === after) return `${SETTINGS[setting]} is otherwise.`;
  return `${SETTINGS[setting]} was “${before}” and is “${after}”.`;
}

const PARTS: Readonly<Record<ChangedPart, string>> = {
  added: 'is new',
  removed: 'is gone',
  kind: 'is another kind of file',
  content: 'has other contents',
  mode: 'has another mode',
  owner: 'has another owner',
  target: 'leads elsewhere',
};

/** Files that a sentence names; further ones are counted. */
const NAMED = 3;

function describeFiles({ from, files, more }: Extract<Cause, { readonly kind: 'files-changed' }>): string {
  const source = describeSource(from);
  if (files.length === 0) return `What it takes from ${source} is otherwise.`;
  const named = files.slice(0, NAMED).map(describeFile);
  const rest = files.length - named.length + more;
  const all = rest === 0 ? named : [...named, `${rest} more`];
  return `In ${source}, ${list(all)}.`;
}

function describeSource(from: Extract<Cause, { readonly kind: 'files-changed' }>['from']): string {
  if ('line' in from) return `what line ${from.line} made`;
  if (from.kind === 'context') return from.name === '' ? 'the context' : `the context ${from.name}`;
  return from.kind === 'inline' ? `the file ${from.name}` : from.name;
}

function describeFile({ path, parts }: ChangedFile): string {
  return `${path} ${parts.map((part) => PARTS[part]).join(' and ')}`;
}

function list(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
