/** What an exercise may ask about the bump adviser. */
import type { Facts } from '@/core/exercise';
import { formatVersion } from '@/core/python';
import { CLAUSES, formatAsker, type Judged, receiptsOf, uvCommand } from '@/core/versioning';
import type { BumpScene } from './scenario';
import { adviceOf, type BumpState, currentVersion, onlyNext, releasesOf } from './state';

/**
 * `project`, `scheme` (`semver`, `semver-zero`, `calver`, `cpython`), `current`, `form` (`final`, `candidate`, `post`), `year`;
 * `changes`, `kinds`: ids and kinds of what the next release holds; `next`: the version, or empty while it isn't one; `ways`: every
 * version that is left, least first; `bump`: `none`, `patch`, `minor`, `major`, or `open` while answers are missing; `because`: the
 * rules that decide, by name; `decides`: the ids of the changes that do; `open`: the ids whose answer decides; `answers` (`default
 * yes`); `waits`: ids of what no release may hold yet; `receives`, `keeps`: who gets the next version without asking, and who
 * doesn't (`pip ~=1.4`); `released`: the versions released here; `command`: what uv is told.
 */
export function factsOf(scene: BumpScene, state: BumpState): Facts {
  const advice = adviceOf(scene, state);
  const next = onlyNext(advice);
  const [only] = advice.ways;
  const isOpen = advice.ways.length > 1;
  const receipts = next === undefined ? [] : receiptsOf(scene.scenario.askers, releasesOf(scene, state), next);
  const kinds = scene.scenario.changes.filter(({ id }) => state.chosen.includes(id)).map(({ kind }) => kind);
  return new Map<string, string | number | boolean | readonly string[]>([
    ['project', scene.scenario.project],
    ['scheme', advice.scheme],
    ['current', formatVersion(currentVersion(scene, state))],
    ['form', state.form],
    ['year', state.year],
    ['changes', state.chosen],
    ['kinds', kinds],
    ['next', next === undefined ? '' : formatVersion(next)],
    ['ways', advice.ways.flatMap((way) => (way.next === undefined ? [] : [formatVersion(way.next.version)]))],
    ['bump', isOpen ? 'open' : only.level],
    ['because', [...new Set(advice.decidedBy.flatMap(clauseName))]],
    ['decides', advice.decidedBy.map(({ change }) => change.id)],
    ['open', advice.open.map(({ change }) => change.id)],
    ['answers', [...state.answers].map(([id, answer]) => `${id} ${answer}`).sort()],
    ['waits', advice.waiting.map(({ change }) => change.id)],
    ['receives', receipts.filter(({ kind }) => kind === 'gets').map(({ asker }) => formatAsker(asker))],
    ['keeps', receipts.filter(({ kind }) => kind !== 'gets').map(({ asker }) => formatAsker(asker))],
    ['released', state.released],
    ['command', isOpen || only.next === undefined ? '' : uvCommand(only.next)],
  ]);
}

function clauseName(judged: Judged): readonly string[] {
  return judged.kind === 'ruled' ? [CLAUSES[judged.ruling.clause].name] : [];
}
