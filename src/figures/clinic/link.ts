/**
 * The clinic’s state as it stands in links, exercises and drafts. Everything may be left out, and is then as at first:
 *
 *     { patient: 'no-readme',                     who is looked at; left out: the first
 *       predicted: { 'no-readme': 'build' },      how far the reader thought each comes
 *       files: { 'no-readme': { 'README.md': '…', 'old.py': null } },   what was changed, of whom: a text, or null for a file that is gone
 *       open: 'README.md',                        the file that is open; null: none; left out: pyproject.toml
 *       mending: true,                            the files are being written in
 *       tool: 'uv' }                              whose words are shown; left out: pip’s
 */
import { isObject, type Json } from '@/core/exercise';
import { isFolderToo, MOST_FILES, pathFault } from '@/figures/project-files/file-path';
import { type Changes, type ClinicScene, HOW_FAR, type HowFar, TOOLS } from './scenario';
import { type ClinicState, changesBetween, filesOf, firstState, LARGEST_TEXT, MANIFEST } from './state';

export function writeState({ patient, predictions, treated, open, isMending, tool }: ClinicState): Json {
  const files = [...treated].map(([id, changes]) => [id, Object.fromEntries(changes)] as const);
  return {
    patient,
    ...(predictions.size === 0 ? {} : { predicted: Object.fromEntries(predictions) }),
    ...(files.length === 0 ? {} : { files: Object.fromEntries(files) }),
    ...(open === MANIFEST ? {} : { open: open ?? null }),
    ...(isMending ? { mending: true } : {}),
    ...(tool === 'pip' ? {} : { tool }),
  };
}

/** A stranger’s JSON → a state, or undefined when it is none. */
export function readState(scene: ClinicScene, json: Json): ClinicState | undefined {
  if (!isObject(json)) return undefined;
  const first = firstState(scene);
  const { patient = first.patient, mending = false, open = MANIFEST } = json;
  const tool = TOOLS.find((one) => one === (json['tool'] ?? 'pip'));
  const predictions = readPredictions(scene, json['predicted']);
  if (tool === undefined || predictions === undefined || typeof mending !== 'boolean') return undefined;
  const treated = readTreated(scene, predictions, json['files']);
  if (treated === undefined || typeof patient !== 'string' || !scene.patients.has(patient)) return undefined;
  // Files are written in only where the answer was seen.
  if (mending && !predictions.has(patient)) return undefined;
  const state: ClinicState = { patient, predictions, treated, open: undefined, isMending: mending, tool };
  if (open === null) return state;
  if (typeof open !== 'string' || !filesOf(scene, state, patient).has(open)) return undefined;
  return { ...state, open };
}

function readPredictions(scene: ClinicScene, json: Json | undefined): ReadonlyMap<string, HowFar> | undefined {
  if (json === undefined) return new Map();
  if (!isObject(json)) return undefined;
  const predictions = new Map<string, HowFar>();
  for (const [id, said] of Object.entries(json)) {
    const howFar = HOW_FAR.find((one) => one === said);
    if (howFar === undefined || !scene.patients.has(id)) return undefined;
    predictions.set(id, howFar);
  }
  return predictions;
}

function readTreated(
  scene: ClinicScene,
  predictions: ReadonlyMap<string, HowFar>,
  json: Json | undefined,
): ReadonlyMap<string, Changes> | undefined {
  if (json === undefined) return new Map();
  if (!isObject(json)) return undefined;
  const treated = new Map<string, Changes>();
  for (const [id, changes] of Object.entries(json)) {
    const admitted = scene.admitted.get(id);
    if (admitted === undefined || !predictions.has(id) || !isObject(changes)) return undefined;
    const files = new Map(admitted);
    for (const [path, text] of Object.entries(changes)) {
      if (pathFault(path) !== undefined) return undefined;
      if (text === null) files.delete(path);
      else if (typeof text === 'string' && text.length <= LARGEST_TEXT) files.set(path, text);
      else return undefined;
    }
    if (files.size > MOST_FILES || isFolderToo(files)) return undefined;
    treated.set(id, changesBetween(admitted, files));
  }
  return treated;
}
