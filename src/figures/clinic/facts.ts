/** What an exercise may ask about the clinic. */
import type { Facts } from '@/core/exercise';
import { findingsOf } from './file-rows';
import type { Judge } from './judgement';
import { isHealed } from './present';
import type { ClinicScene } from './scenario';
import { type ClinicState, filesOf, patientOf } from './state';

/**
 * `patient`, `open`, `tool`; `files`: the paths that are there; `predicted`: how far the reader thought that this one comes, empty before;
 * `stage`: where it stops now (`works`, `not-modelled`), empty before anything was predicted; `problems`: the codes of what is found, the
 * first is what stops it; `predictions`: `no-readme build` of everyone; `examined`, `foreseen`, `treated`, `healed`: ids, and of each how
 * many: `examined-count`, `foreseen-count`, `healed-count`.
 */
export function factsOf(scene: ClinicScene, state: ClinicState, judge: Judge | undefined): Facts {
  const { patient: id, predictions, treated, open, tool } = state;
  const predicted = predictions.get(id);
  const files = filesOf(scene, state, id);
  const judgement = predicted === undefined ? undefined : judge?.(files, scene.scenario.command);
  const { patients } = scene.scenario;
  const examined = patients.filter((one) => predictions.has(one.id));
  const foreseen = examined.filter((one) => predictions.get(one.id) === one.stage);
  const healed = judge === undefined ? [] : examined.filter((one) => isHealed(scene, state, one, judge));
  const ids = (some: typeof patients | typeof examined) => some.map((one) => one.id);
  return new Map<string, string | number | boolean | readonly string[]>([
    ['patient', patientOf(scene, id).id],
    ['open', open ?? ''],
    ['tool', tool],
    ['files', [...files.keys()]],
    ['predicted', predicted ?? ''],
    ['stage', stageOf(judgement)],
    ['problems', findingsOf(judgement).map(({ code }) => code)],
    ['predictions', examined.map((one) => `${one.id} ${predictions.get(one.id)}`)],
    ['examined', ids(examined)],
    ['examined-count', examined.length],
    ['foreseen', ids(foreseen)],
    ['foreseen-count', foreseen.length],
    ['treated', ids(patients.filter((one) => treated.has(one.id)))],
    ['healed', ids(healed)],
    ['healed-count', healed.length],
  ]);
}

function stageOf(judgement: ReturnType<Judge> | undefined): string {
  if (judgement === undefined) return '';
  if (judgement.kind === 'works') return 'works';
  return judgement.kind === 'unknown' ? 'not-modelled' : judgement.stage;
}
