// MANIFEST.in: commands that add files to a setuptools sdist and take them away, line by line ("Controlling files in the distribution").
import { type Effort, type GlobStyle, matchesParts } from '../glob';
import type { ProjectFiles } from '../project-files';

/** As setuptools matches paths: hidden files are files like others. */
export const SETUPTOOLS_GLOB: GlobStyle = { stars: 'recursive', dots: 'plain', backslash: 'plain' };
const FLAT: GlobStyle = { ...SETUPTOOLS_GLOB, stars: 'flat' };

/** A line that setuptools warns of, and goes on after. */
export interface TemplateProblem {
  readonly line: number;
  readonly says: string;
}

/**
 * What a list of files is after the commands of a MANIFEST.in. A command that names nothing that is there does nothing; one that setuptools
 * doesn’t know is a problem.
 */
export function applyTemplate(
  text: string,
  start: ReadonlySet<string>,
  files: ProjectFiles,
  effort: Effort,
): { readonly files: ReadonlySet<string>; readonly problems: readonly TemplateProblem[] } {
  const list = new Set(start);
  const problems: TemplateProblem[] = [];
  const all = [...files.keys()];
  const add = (parts: readonly string[], style: GlobStyle): void => {
    for (const path of all) if (matchesParts(parts, path.split('/'), style, effort)) list.add(path);
  };
  const remove = (parts: readonly string[]): void => {
    for (const path of list) if (matchesParts(parts, path.split('/'), SETUPTOOLS_GLOB, effort)) list.delete(path);
  };
  for (const { line, words } of linesOf(text)) {
    const [command = '', ...rest] = words;
    const isRecursive = command.startsWith('recursive-');
    const folder = isRecursive ? split(rest[0] ?? '') : [];
    const patterns = isRecursive ? rest.slice(1) : rest;
    if (patterns.length === 0 && KNOWN.includes(command)) {
      const wants = isRecursive ? "'<dir> <pattern1> <pattern2> ...'" : "'<pattern1> <pattern2> ...'";
      problems.push({ line, says: `'${command}' expects ${wants}` });
      continue;
    }
    for (const pattern of patterns.map(split)) {
      if (command === 'include') add(pattern, FLAT);
      else if (command === 'exclude') remove(pattern);
      else if (command === 'recursive-include') add([...folder, '**', ...pattern], SETUPTOOLS_GLOB);
      else if (command === 'recursive-exclude') remove([...folder, '**', ...pattern]);
      else if (command === 'global-include') add(['**', ...pattern], SETUPTOOLS_GLOB);
      else if (command === 'global-exclude') remove(['**', ...pattern]);
      else if (command === 'graft') add([...pattern, '**'], SETUPTOOLS_GLOB);
      else if (command === 'prune') remove([...pattern, '**']);
    }
    if (!KNOWN.includes(command)) problems.push({ line, says: `unknown action '${command}'` });
  }
  return { files: list, problems };
}

const KNOWN: readonly string[] = [
  'include',
  'exclude',
  'recursive-include',
  'recursive-exclude',
  'global-include',
  'global-exclude',
  'graft',
  'prune',
];

function split(pattern: string): readonly string[] {
  return pattern.split('/').filter((part) => part !== '' && part !== '.');
}

/** The lines with something in them, without comments; a backslash at an end joins the next line. */
function linesOf(text: string): readonly { readonly line: number; readonly words: readonly string[] }[] {
  const lines: { line: number; words: string[] }[] = [];
  let open: { line: number; words: string[] } | undefined;
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const isJoined = written.trimEnd().endsWith('\\');
    const plain = written.replace(/(?<!\\)#.*$/, '').replace(/\\\s*$/, '');
    const words = plain.split(/\s+/).filter((word) => word !== '');
    if (open === undefined) open = { line: index + 1, words };
    else open.words.push(...words);
    if (isJoined) continue;
    if (open.words.length > 0) lines.push(open);
    open = undefined;
  }
  if (open !== undefined && open.words.length > 0) lines.push(open);
  return lines;
}
