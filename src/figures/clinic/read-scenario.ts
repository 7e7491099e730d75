/** From an author’s file and what was recorded to the scenario that a page is sent. At build and in tests. */
import { parse } from 'yaml';
import { type ClinicScenario, type Patient, type Recorded, TOOLS, type ToolName } from './scenario';
import { type ClinicFile, type ClinicRecording, clinicSchema } from './schema';

/** @throws when the file has another form; `npm run content` says where */
export function readClinicFile(text: string): ClinicFile {
  return clinicSchema.parse(parse(text));
}

/** @throws when a patient isn’t recorded: `npm run record:clinic` */
export function shipScenario(file: ClinicFile, recording: ClinicRecording): ClinicScenario {
  const [first, ...others] = file.patients.map((patient) => admit(file, patient, recording));
  if (first === undefined) throw new RangeError(`${file.id} has no patient.`);
  const { id, task, command } = file;
  return { id, task, command, versions: recording.tools, patients: [first, ...others] };
}

function admit({ base }: ClinicFile, patient: ClinicFile['patients'][number], { cases }: ClinicRecording): Patient {
  const files = Object.entries({ ...base, ...patient.files })
    .flatMap(([path, text]) => (text === null ? [] : [{ path, text }]))
    .sort(byPath);
  const recordedWith = (tool: ToolName): readonly [ToolName, Recorded] => {
    const found = cases.find((one) => one.patient === patient.id && one.tool === tool && !one.cured);
    if (found === undefined) throw new RangeError(`${patient.id} isn’t recorded with ${tool}: npm run record:clinic.`);
    const { stage, command, exit, lines } = found;
    return [tool, { stage, command, exit, lines }];
  };
  const recorded = Object.fromEntries(TOOLS.map(recordedWith)) as Record<ToolName, Recorded>;
  return { ...patient, files, recorded };
}

/** pyproject.toml first, then as a list of files is sorted. */
function byPath({ path: left }: { readonly path: string }, { path: right }: { readonly path: string }): number {
  if (left === right) return 0;
  if (left === 'pyproject.toml') return -1;
  if (right === 'pyproject.toml') return 1;
  return left < right ? -1 : 1;
}
