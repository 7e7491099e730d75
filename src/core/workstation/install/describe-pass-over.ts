// Why an installer passes a file over, in plain English. The reasons are step.ts's.
import { describeMismatch, formatTag } from '@/core/python';
import type { PassOverReason } from './step';

/** Why a file is not the one, in one sentence or two. */
export function describePassOver(reason: PassOverReason): string {
  switch (reason.kind) {
    case 'specifier':
      return `Not admitted by ${reason.specifier}.`;
    case 'requires-python':
      return `Requires Python ${reason.requires}; this is ${reason.have}.`;
    case 'pre-release':
      return 'A pre-release, and a final release fits.';
    case 'yanked':
      return reason.why === '' ? 'Yanked by its maintainers.' : `Yanked by its maintainers: “${reason.why}”.`;
    case 'tags':
      return reason.mismatches.map(describeMismatch).join(' ');
    case 'sdist-while-wheel-fits':
      return `A source distribution, which would have to be built; ${reason.wheel} fits as it is.`;
    case 'better-wheel':
      return reason.by === 'tag'
        ? `Fits too, but not as well as ${reason.wheel}, whose tag ${formatTag(reason.tag)} is nearer the top of the list.`
        : `Fits too, by the same tag as ${reason.wheel}, which is a later build.`;
    case 'wheels-only':
      return 'A source distribution, and only wheels are allowed.';
  }
}
