/** Who is being looked at, what was predicted, and what was done to whom. */
import type { Weight } from '@/figures/frame/model';
import { pathRefusal } from '@/figures/project-files/file-path';
import type { FileEvent } from '@/figures/project-files/file-row';
import type { Changes, ClinicScene, Files, HowFar, Patient, ToolName } from './scenario';

export interface ClinicState {
  readonly patient: string;
  /** How far the reader thought each comes, by its id. It is said once, before the answer is seen. */
  readonly predictions: ReadonlyMap<string, HowFar>;
  /** What the reader did to the files of patients, by the patient’s id; none is left: they tried, and took it back. */
  readonly treated: ReadonlyMap<string, Changes>;
  /** The file that is open. */
  readonly open: string | undefined;
  /** Whether the open file may be written in. */
  readonly isMending: boolean;
  /** Whose words are shown. */
  readonly tool: ToolName;
}

export type ClinicEvent =
  | { readonly kind: 'patient-chosen'; readonly id: string }
  | { readonly kind: 'predicted'; readonly howFar: HowFar }
  | { readonly kind: 'tool-chosen'; readonly tool: ToolName }
  /** The files may be written in from now on. */
  | { readonly kind: 'mending-begun' }
  | { readonly kind: 'cured' }
  /** The patient is as it came in, and nothing has been predicted. */
  | { readonly kind: 'begun-again' }
  | FileEvent;

export const MANIFEST = 'pyproject.toml';
/** Characters of a file that the reader wrote. */
export const LARGEST_TEXT = 8_000;

export function firstState({ scenario }: ClinicScene): ClinicState {
  const [first] = scenario.patients;
  return {
    patient: first.id,
    predictions: new Map(),
    treated: new Map(),
    open: MANIFEST,
    isMending: false,
    tool: 'pip',
  };
}

export function patientOf({ patients, scenario }: ClinicScene, id: string): Patient {
  return patients.get(id) ?? scenario.patients[0];
}

/** The files that a patient came in with. */
export function admittedFiles({ admitted }: ClinicScene, id: string): Files {
  return admitted.get(id) ?? new Map();
}

/** The files of a patient as they are now: the very same ones as long as nothing is done to them. */
export function filesOf(scene: ClinicScene, { treated }: ClinicState, id: string): Files {
  const admitted = admittedFiles(scene, id);
  const changes = treated.get(id);
  return changes === undefined || changes.size === 0 ? admitted : applied(admitted, changes);
}

const filesAfter = new WeakMap<Changes, Files>();

function applied(admitted: Files, changes: Changes): Files {
  const known = filesAfter.get(changes);
  if (known !== undefined) return known;
  const files = new Map(admitted);
  for (const [path, text] of changes) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  const after = sorted(files);
  filesAfter.set(changes, after);
  return after;
}

/** From the files that a patient came in with to other ones. */
export function changesBetween(admitted: Files, files: Files): Changes {
  const paths = [...new Set([...admitted.keys(), ...files.keys()])].sort();
  const changed = paths.filter((path) => admitted.get(path) !== files.get(path));
  return new Map(changed.map((path) => [path, files.get(path) ?? null]));
}

/** The files of a patient once its cure is applied to what it came in with; undefined: there is nothing to cure. */
export function curedFiles(scene: ClinicScene, id: string): Files | undefined {
  const { cure } = patientOf(scene, id);
  const admitted = admittedFiles(scene, id);
  const text = cure && admitted.get(cure.file);
  if (cure === undefined || text === undefined) return undefined;
  return new Map(admitted).set(
    cure.file,
    text.replace(cure.from, () => cure.to),
  );
}

/** The state after an event; the very same one where nothing changes. */
export function update(scene: ClinicScene, state: ClinicState, event: ClinicEvent): ClinicState {
  const { patient, predictions, treated, open, isMending } = state;
  const isPredicted = predictions.has(patient);
  switch (event.kind) {
    case 'patient-chosen':
      if (event.id === patient || !scene.patients.has(event.id)) return state;
      return { ...state, patient: event.id, open: MANIFEST, isMending: treated.has(event.id) };
    case 'predicted':
      if (isPredicted) return state;
      return { ...state, predictions: new Map(predictions).set(patient, event.howFar) };
    case 'tool-chosen':
      return event.tool === state.tool ? state : { ...state, tool: event.tool };
    case 'mending-begun':
      return isPredicted && !isMending ? { ...state, isMending: true, open: open ?? MANIFEST } : state;
    case 'cured': {
      const cured = curedFiles(scene, patient);
      if (cured === undefined || !treated.has(patient) || sameFiles(cured, filesOf(scene, state, patient)))
        return state;
      return { ...withFiles(scene, state, cured), open: patientOf(scene, patient).cure?.file };
    }
    case 'begun-again': {
      if (!isPredicted) return state;
      const forgotten = new Map(predictions);
      const untreated = new Map(treated);
      forgotten.delete(patient);
      untreated.delete(patient);
      return { ...state, predictions: forgotten, treated: untreated, open: MANIFEST, isMending: false };
    }
    case 'opened': {
      const isThere = event.path === undefined || filesOf(scene, state, patient).has(event.path);
      return event.path === open || !isThere ? state : { ...state, open: event.path };
    }
    case 'typed':
    case 'added':
    case 'renamed':
    case 'deleted':
    case 'taken-back':
      return isPredicted && isMending ? worked(scene, state, event) : state;
  }
}

type Work = Exclude<FileEvent, { readonly kind: 'opened' }>;

function worked(scene: ClinicScene, state: ClinicState, event: Work): ClinicState {
  const before = filesOf(scene, state, state.patient);
  const files = new Map(before);
  const text = before.get(event.path);
  switch (event.kind) {
    case 'typed':
      if (text === undefined || text === event.text || event.text.length > LARGEST_TEXT) return state;
      return withFiles(scene, state, files.set(event.path, event.text));
    case 'added':
      if (pathRefusal(before.keys(), event.path) !== undefined) return state;
      return { ...withFiles(scene, state, files.set(event.path, '')), open: event.path };
    case 'renamed': {
      files.delete(event.path);
      const isRefused = pathRefusal(files.keys(), event.to) !== undefined;
      if (text === undefined || event.to === event.path || isRefused) return state;
      const renamed = withFiles(scene, state, files.set(event.to, text));
      return state.open === event.path ? { ...renamed, open: event.to } : renamed;
    }
    case 'deleted':
      return files.delete(event.path) ? withFiles(scene, state, files) : state;
    case 'taken-back': {
      const admitted = admittedFiles(scene, state.patient).get(event.path);
      if (admitted === text || admitted === undefined) return state;
      return withFiles(scene, state, files.set(event.path, admitted));
    }
  }
}

/** What isn’t there any more isn’t open either. */
function withFiles(scene: ClinicScene, state: ClinicState, files: Files): ClinicState {
  const changes = changesBetween(admittedFiles(scene, state.patient), files);
  const treated = new Map(state.treated).set(state.patient, changes);
  const isOpenThere = state.open !== undefined && files.has(state.open);
  return { ...state, treated, open: isOpenThere ? state.open : undefined };
}

/** pyproject.toml first, then by their paths. */
export function sorted(files: Files): Files {
  const rank = (path: string) => (path === MANIFEST ? 0 : 1);
  return new Map(
    [...files].sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0)),
  );
}

export function sameFiles(left: Files, right: Files): boolean {
  return left.size === right.size && [...left].every(([path, text]) => right.get(path) === text);
}

/** Letters are strokes: a run of them is one step of undo. */
export function weigh({ kind }: ClinicEvent): Weight {
  return kind === 'typed' ? 'stroke' : 'step';
}

/** Nothing has been done yet. */
export function isFirstState(scene: ClinicScene, { patient, predictions, treated, open, tool }: ClinicState): boolean {
  const isUntouched = predictions.size === 0 && treated.size === 0;
  return isUntouched && open === MANIFEST && tool === 'pip' && patient === scene.scenario.patients[0].id;
}
