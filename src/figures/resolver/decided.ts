/** The releases that stand decided at a place of the replay, in the order of their decision levels. */
import { formatVersion } from '@/core/python';
import { momentOf, namePackage, type Replay } from '@/core/resolution';

export function decidedAt(replay: Replay, step: number): readonly string[] {
  const { standing } = momentOf(replay, Math.min(step, replay.events.length));
  return standing.flatMap((each) => {
    const kind = replay.packages[each.package]?.kind;
    if (each.kind !== 'decided' || kind === 'root' || kind === 'own-project') return [];
    return [`${namePackage(replay.packages[each.package])}==${formatVersion(each.version)}`];
  });
}
