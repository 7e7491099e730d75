/** The check of what a lecture says of wheels: which file is taken where, and which tags a machine supports. */
import type { Taken, WheelFacts } from '@/components/wheels/claim';
import { wheelClaimsIn } from '@/components/wheels/claims-in';
import type { Page } from './heads';
import { baseName, type ContentProblem, type SourceFile } from './source';

/**
 * Takes the files of content/scenarios/wheel and the text of content/scenarios/machines/presets.json. A scenario that isn’t whole is
 * none: its own check says what is wrong with it.
 */
export function wheelFacts(scenarios: readonly SourceFile[], presets: string): WheelFacts {
  const taken = new Map(scenarios.map(({ path, text }) => [baseName(path), readTaken(text)]));
  const read = jsonOf(presets) as Partial<Pick<WheelFacts, 'presets'>> | undefined;
  return { presets: read?.presets ?? [], takenOf: (scenario) => taken.get(scenario) };
}

const readTaken = (text: string): readonly Taken[] | undefined =>
  (jsonOf(text) as { readonly expects?: readonly Taken[] } | undefined)?.expects;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes a lecture and what its claims about wheels are held to. */
export function checkWheelProofs({ text, problem }: Page<unknown>, facts: WheelFacts): readonly ContentProblem[] {
  return wheelClaimsIn(text).flatMap(({ part, offset, faultBy }) => {
    const fault = faultBy(facts);
    if (fault === undefined) return [];
    if (fault === 'form') return [problem(offset, 'This is no claim about a wheel.', FORMS[part])];
    return [problem(offset, fault, 'Mend the claim, or name what shows it.')];
  });
}

const FORMS = {
  Takes: 'Write scenario, machine and file, the name or words in it, or none.',
  Tag: 'Write machine, tag and is="supported" or "not"; place={n}, python, libc and macos may be added.',
} as const;
