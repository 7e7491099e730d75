// Changing one requirement in a scenario's text: one bound of it, or all of it.
import { formatRequirement, parseRequirement, placeInString, type Requirement, type TomlString } from '@/core/python';
import { quoted, type Rewrite } from './rewrite';

/** The place of the version in one clause of a requirement, counted from 0; undefined if it has no such clause. */
export function boundPlace(
  text: string,
  string: TomlString,
  clause: number,
): { readonly start: number; readonly end: number } | undefined {
  const part = parseRequirement(string.value).parts.filter(({ kind }) => kind === 'version')[clause];
  if (part === undefined) return undefined;
  return { start: placeInString(text, string, part.at.start), end: placeInString(text, string, part.at.end) };
}

/** Writes another version into one clause of a requirement, counted from 0; undefined if it has no such clause. */
export function rewriteBound(text: string, string: TomlString, clause: number, version: string): Rewrite | undefined {
  const place = boundPlace(text, string, clause);
  return place && { ...place, text: version };
}

/** Writes another requirement in the place of one. */
export function rewriteRequirement({ at }: TomlString, requirement: Requirement): Rewrite {
  return { ...at, text: quoted(formatRequirement(requirement)) };
}
