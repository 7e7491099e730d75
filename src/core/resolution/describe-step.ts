// A step of the search in a sentence, in the words of lecture 3: statement, rule, choose, follows, conflict, learned, go back. Rules
// are called by their numbers in the search.
import { formatVersion } from '@/core/python';
import { type Described, describeIncompatibility, describeTerm, isOwn, namePackage } from './describe-rule';
import type { IncompatibilityId } from './pubgrub/incompatibility';
import type { TraceEvent } from './pubgrub/trace';

/** A step in a sentence. */
export function describeStep(replay: Described, event: TraceEvent): string {
  const about = (id: IncompatibilityId) => describeIncompatibility(replay, id);
  const name = (id: number) => namePackage(replay.packages[id]);
  switch (event.kind) {
    case 'incompatibility':
      return `Rule ${event.incompatibility} is noted: ${about(event.incompatibility)}.`;
    case 'propagation':
      return `It follows: ${describeTerm(replay, event.package, event.accumulated)}, because rule ${event.cause} says that ${about(event.cause)}.`;
    case 'decision':
      return isOwn(replay, event.package)
        ? `Choose your requirements: level ${event.level} begins.`
        : `Choose ${name(event.package)} ${formatVersion(event.version)}: level ${event.level} begins.`;
    case 'rejection':
      return `Not chosen: ${name(event.package)} ${formatVersion(event.version)}, because rule ${event.incompatibility} says that ${about(event.incompatibility)}.`;
    case 'conflict':
      return `Conflict: rule ${event.incompatibility} says that ${about(event.incompatibility)}, and what is held true says otherwise.`;
    case 'resolution':
      return `Learned, rule ${event.learned}: ${about(event.learned)}. Whatever becomes of ${name(event.over)}, rules ${event.incompatibility} and ${event.cause} come to this.`;
    case 'backjump':
      return `Go back from level ${event.from} to level ${event.to}, where rule ${event.incompatibility} leaves one statement open.`;
    case 'reorder':
      return `Go back from level ${event.from} to level ${event.to}: ${name(event.package)} stood in the way too often, and is chosen later.`;
  }
}
