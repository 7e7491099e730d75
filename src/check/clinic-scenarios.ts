/**
 * The check of the clinic’s scenarios: each patient stops where its author says, by the recorded tools and by the core, and its cure helps.
 */
import { judge } from '@/figures/clinic/judge';
import type { Judgement } from '@/figures/clinic/judgement';
import { shipScenario } from '@/figures/clinic/read-scenario';
import { type ClinicScenario, type ClinicScene, openScene, type Patient, TOOLS } from '@/figures/clinic/scenario';
import { type ClinicFile, type ClinicRecording, clinicSchema, recordingSchema } from '@/figures/clinic/schema';
import { curedFiles } from '@/figures/clinic/state';
import truth from '~content/console/truth/clinic.json';
import { type ContentProblem, readYaml, type SourceFile } from './source';

const FORM = 'content/scenarios/clinic/eight.yaml shows the form, src/figures/clinic/schema.ts each key.';
const RECORD = 'Record it: npm run record:clinic.';

export function checkClinicScenario(source: SourceFile): {
  readonly data: ClinicScenario | undefined;
  readonly problems: readonly ContentProblem[];
} {
  const reading = readYaml(source, clinicSchema, FORM);
  if ('problems' in reading) return { data: undefined, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const recording = recordingSchema.parse(truth);
  const faults = value.patients.flatMap((patient, at) =>
    writtenFaults(value, patient, at, recording).map((fault) => problem(['patients', at], fault.reason, fault.remedy)),
  );
  if (value.id !== name) {
    faults.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`));
  }
  if (faults.length > 0) return { data: undefined, problems: faults };
  const data = shipScenario(value, recording);
  const scene = openScene(data);
  const problems = data.patients.flatMap((patient, at) =>
    judgedFaults(scene, patient).map((reason) => problem(['patients', at], reason, 'Mend the patient, or the core.')),
  );
  return { data, problems };
}

interface Fault {
  readonly reason: string;
  readonly remedy: string;
}

/** What is wrong before the core is asked. */
function writtenFaults(
  { base, patients }: ClinicFile,
  { id, stage, files, cure, differs }: ClinicFile['patients'][number],
  at: number,
  { cases }: ClinicRecording,
): readonly Fault[] {
  if (patients.findIndex((one) => one.id === id) !== at) {
    return [{ reason: `There are two patients "${id}".`, remedy: 'Give one another id.' }];
  }
  const text = cure && { ...base, ...files }[cure.file];
  const isThere = cure === undefined || (typeof text === 'string' && text.includes(cure.from));
  return [
    ...(isThere ? [] : [{ reason: `The cure’s text isn’t in ${cure.file}.`, remedy: 'Write it as the file has it.' }]),
    ...TOOLS.flatMap((tool) => {
      const ill = cases.find((one) => one.patient === id && one.tool === tool && !one.cured);
      const cured = cases.find((one) => one.patient === id && one.tool === tool && one.cured);
      if (ill === undefined || (cure !== undefined && cured === undefined)) {
        return [{ reason: `${id} isn’t recorded with ${tool}.`, remedy: RECORD }];
      }
      const expected = differs?.tool === tool ? differs.stage : stage;
      return [
        ...(ill.stage === expected ? [] : [{ reason: `With ${tool} ${stands(ill.stage)}.`, remedy: 'Say so.' }]),
        ...(cured === undefined || cured.stage === 'works'
          ? []
          : [{ reason: `Mended, with ${tool}, ${stands(cured.stage)}.`, remedy: 'Mend the cure.' }]),
      ];
    }),
  ];
}

const stands = (stage: string): string => (stage === 'works' ? 'it works' : `it stops at ${stage}`);

/** What the core says that a tool says, and none of them said. */
function unsaid(judgement: Judgement | undefined, recorded: Patient['recorded']): readonly string[] {
  const words = judgement?.kind === 'stops' ? judgement.findings[0].toolSays : undefined;
  if (words === undefined) return [];
  const isSaid = TOOLS.some((tool) => recorded[tool].lines.some((line) => inOrder(line).includes(inOrder(words))));
  return isSaid ? [] : [`No tool said “${words}”.`];
}

/** setuptools lists folders as the file system gives them: in an order of its own on each machine. */
const inOrder = (line: string): string =>
  line.replace(/\['[^\]]*'\]/g, (list) => list.slice(1, -1).split(', ').sort().join(', '));

function judgedFaults(scene: ClinicScene, { id, stage, recorded }: Patient): readonly string[] {
  const { command } = scene.scenario;
  const admitted = scene.admitted.get(id);
  const cured = curedFiles(scene, id);
  const far = (files: typeof admitted) => {
    const judgement = files && judge(files, command);
    if (judgement === undefined || judgement.kind === 'works') return 'works';
    return judgement.kind === 'unknown' ? 'unknown' : judgement.stage;
  };
  return [
    ...(far(admitted) === stage ? [] : [`To the core, ${stands(far(admitted))}.`]),
    ...unsaid(admitted && judge(admitted, command), recorded),
    ...(cured === undefined || far(cured) === 'works' ? [] : [`Mended, to the core ${stands(far(cured))}.`]),
  ];
}
