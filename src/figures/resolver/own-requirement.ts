/** A requirement as the reader types it: what stands in the way of taking it. */
import { parseRequirement } from '@/core/python';

/** Why a text can't be one of the reader's requirements, in a sentence; undefined when it can. */
export function refusalOf(text: string): string | undefined {
  const { value, problems } = parseRequirement(text);
  if (value === undefined) return problems[0]?.message ?? 'This is no requirement: write a project’s name first.';
  if (value.url !== undefined)
    return `A direct reference isn’t modelled here: write versions of ${value.name} instead.`;
  return undefined;
}
