/** A state as the core reads it: each notation with its verdicts, where they differ, and how far the wanted set is hit. */
import type { Problem, SpecifierSet } from '@/core/python';
import {
  type CargoReading,
  type CargoVerdict,
  type Difference,
  differences,
  type Elsewhere,
  judgeByCargo,
  judgeByNpm,
  judgeByPython,
  judgeWanted,
  type ListedVersion,
  type NpmReading,
  type NpmVerdict,
  type PythonVerdict,
  readCargo,
  readNpm,
  readPython,
  sameElsewhere,
  type Taken,
  takenOf,
  type VersionList,
  type WantedJudgement,
} from '@/core/versioning';
import type { SpecifierScene } from './scenario';
import { type Field, goodSet, type Lane, type SpecifierState, wantedOf } from './state';

export interface PythonLane {
  readonly set: SpecifierSet;
  readonly verdicts: readonly PythonVerdict[];
  /** Of what is typed; while there are some, set and verdicts are those of the last good text. */
  readonly problems: readonly Problem[];
  /** What to write in place of another ecosystem's notation. */
  readonly instead: string | undefined;
}

export interface LaneReading<Reading, Verdict> {
  readonly text: string;
  /** Does it say what the specifier says, because nobody typed into it? */
  readonly follows: boolean;
  /** Is what is shown that of the last good text? */
  readonly isStale: boolean;
  /** Undefined where there is nothing to judge by: why is in `unsayable`, or the text never was one. */
  readonly reading: Reading | undefined;
  readonly verdicts: readonly Verdict[] | undefined;
  /** The clause of the specifier that has no like there. */
  readonly unsayable: string | undefined;
}

export interface ReadState {
  readonly list: VersionList;
  readonly python: PythonLane;
  readonly npm: LaneReading<NpmReading, NpmVerdict>;
  readonly cargo: LaneReading<CargoReading, CargoVerdict>;
  readonly admitted: readonly ListedVersion[];
  readonly taken: Taken;
  readonly differs: readonly Difference[];
  readonly wanted: (WantedJudgement & { readonly versions: readonly string[] }) | undefined;
}

/** What was read of the states of a scene: picture, facts and script ask for the same one. */
const known = new WeakMap<SpecifierScene, WeakMap<SpecifierState, ReadState>>();

export function readAll(scene: SpecifierScene, state: SpecifierState): ReadState {
  const states = known.get(scene) ?? new WeakMap<SpecifierState, ReadState>();
  known.set(scene, states);
  const read = states.get(state) ?? readAnew(scene, state);
  states.set(state, read);
  return read;
}

function readAnew(scene: SpecifierScene, state: SpecifierState): ReadState {
  const list = scene.listOf(state.versions);
  const { versions } = list;
  const typed = readPython(state.specifier.text);
  const set = goodSet(state.specifier);
  const verdicts = judgeByPython(set, versions, state.prereleases);
  const same = sameElsewhere(set);
  const npm = readLane(state.npm, same, 'npm', readNpm, (reading) => judgeByNpm(reading, versions));
  const cargo = readLane(state.cargo, same, 'cargo', readCargo, (reading) => judgeByCargo(reading, versions));
  const admitted = versions.filter((_, at) => verdicts[at]?.kind === 'admitted');
  const wanted = wantedOf(scene, state);
  return {
    list,
    python: { set, verdicts, problems: typed.problems ?? [], instead: typed.problems && typed.instead },
    npm,
    cargo,
    admitted,
    taken: takenOf(set, versions, verdicts),
    differs: differences(versions, {
      python: verdicts.map(({ kind }) => (kind === 'admitted' ? 'in' : 'out')),
      npm: npm.verdicts?.map(standing),
      cargo: cargo.verdicts?.map(standing),
    }),
    wanted: wanted && {
      versions: wanted,
      ...judgeWanted(
        admitted.map(({ text }) => text),
        wanted,
      ),
    },
  };
}

export function standing({ kind }: { readonly kind: NpmVerdict['kind'] }): Elsewhere {
  if (kind === 'unspeakable') return kind;
  return kind === 'admitted' ? 'in' : 'out';
}

function readLane<Reading, Verdict>(
  own: Field | undefined,
  same: ReturnType<typeof sameElsewhere>,
  lane: Lane,
  read: (text: string) => Reading | undefined,
  judge: (reading: Reading) => readonly Verdict[],
): LaneReading<Reading, Verdict> {
  if (own === undefined && same.unsayable !== undefined) {
    const { unsayable } = same;
    return { text: '', follows: true, isStale: false, reading: undefined, verdicts: undefined, unsayable };
  }
  const text = own?.text ?? (same.unsayable === undefined ? same[lane] : '');
  const now = read(text);
  const reading = now ?? (own?.good === undefined ? undefined : read(own.good));
  return {
    text,
    follows: own === undefined,
    isStale: now === undefined,
    reading,
    verdicts: reading && judge(reading),
    unsayable: undefined,
  };
}
