// Changing one bound of a requirement in a scenario's text.
import { parseRequirement, placeInString, type TomlString } from '@/core/python';
import type { Rewrite } from './rewrite';

/** Writes another version into one clause of a requirement, counted from 0; undefined if it has no such clause. */
export function rewriteBound(text: string, string: TomlString, clause: number, version: string): Rewrite | undefined {
  const part = parseRequirement(string.value).parts.filter(({ kind }) => kind === 'version')[clause];
  if (part === undefined) return undefined;
  const start = placeInString(text, string, part.at.start);
  return { start, end: placeInString(text, string, part.at.end), text: version };
}
