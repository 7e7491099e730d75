/** From the state of the clinic to what is drawn. Before the core has come, only what was recorded is shown. */
import type { Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { stationsOf, type Way } from '@/figures/stations/station';
import { fileRows, findingsOf, openFileOf } from './file-rows';
import type { Judge, Judgement } from './judgement';
import type { Answer, Card, ClinicPicture, Examination, FindingRow } from './picture';
import { type ClinicScene, HOW_FAR, type HowFar, type Patient, TOOLS } from './scenario';
import { type ClinicState, curedFiles, filesOf, isFirstState, patientOf, sameFiles } from './state';

/** How far, in words that end “It …”. */
export const howFarWords = (howFar: HowFar): string => (howFar === 'works' ? 'works' : `stops at ${howFar}`);

export function present(
  scene: ClinicScene,
  state: ClinicState,
  { answer }: Look,
  judge: Judge | undefined,
): ClinicPicture {
  const { scenario } = scene;
  const isHidden = answer === 'hidden';
  const patient = patientOf(scene, state.patient);
  const said = state.predictions.get(patient.id);
  const isSeen = said !== undefined && !isHidden;
  const files = filesOf(scene, state, patient.id);
  const judgement = isSeen ? judge?.(files, scenario.command) : undefined;
  const way: Way = isSeen ? wayOf(patient, state, judgement) : { kind: 'ahead' };
  const cards = scenario.patients.map((one) => cardOf(scene, state, one, isHidden, judge));
  const examination = isSeen ? examine(scene, state, patient, said, judgement) : undefined;
  const title = `Patient ${scenario.patients.indexOf(patient) + 1}: ${patient.title}`;
  return {
    status: statusOf(cards, state, isHidden, judge),
    task: [scenario.task],
    cards,
    cardsSay: `${cards.length} patients`,
    title,
    complaint: patient.complaint,
    files: fileRows(scene, state),
    open: openFileOf(scene, state, judgement, hintOf(patient, state, way)),
    isMending: state.isMending,
    question: said === undefined ? QUESTION : [],
    stations: stationsOf(way),
    stationsSay: isSeen ? `It ${wayWords(way)}` : 'How far does it come?',
    examination,
    saidAhead: isHidden && said !== undefined ? `You said: it ${howFarWords(said)}.` : '',
    happened: happened(patient, state, said, way, judgement, isHidden),
    settings: [
      `${title}. ${said === undefined ? 'Nothing was predicted yet.' : `Predicted: it ${howFarWords(said)}.`}`,
    ],
    announcement: announce(patient, state, isSeen ? said : undefined, way),
    resetDisabledBecause: isFirstState(scene, state) ? 'This is the first state.' : undefined,
  };
}

const QUESTION: readonly Answer[] = HOW_FAR.map((howFar) => {
  const label = howFar === 'works' ? 'It works' : `It stops at ${howFar}`;
  return { label, event: { kind: 'predicted', howFar } };
});

/** Where it stands: as the core judges, and until that has come, as was recorded of the untouched one. */
function wayOf(patient: Patient, { treated }: ClinicState, judgement: Judgement | undefined): Way {
  if (judgement === undefined) return treated.has(patient.id) ? { kind: 'ahead' } : wayTo(patient.stage);
  switch (judgement.kind) {
    case 'works':
      return { kind: 'through' };
    case 'stops':
      return { kind: 'stopped', at: judgement.stage };
    case 'unknown':
      return { kind: 'unknown', at: judgement.stage };
  }
}

const wayTo = (howFar: HowFar): Way => (howFar === 'works' ? { kind: 'through' } : { kind: 'stopped', at: howFar });

function wayWords(way: Way): string {
  switch (way.kind) {
    case 'through':
      return 'works';
    case 'ahead':
      return 'is being examined';
    case 'stopped':
      return `stops at ${way.at}`;
    case 'waiting':
      return `has come as far as ${way.at}`;
    case 'unknown':
      return `isn’t modelled from ${way.at} on`;
  }
}

/** Stands above the text: on a phone the stations are out of sight while one types. */
function hintOf({ id }: Patient, { treated }: ClinicState, way: Way): string {
  const isTreated = treated.has(id) && way.kind !== 'ahead';
  return isTreated ? `Examined as you write: now it ${wayWords(way)}.` : 'What you write is examined at once.';
}

/** Ill when it came in, and works now. */
export function isHealed(scene: ClinicScene, state: ClinicState, { id, stage }: Patient, judge: Judge): boolean {
  if (stage === 'works' || !state.treated.has(id)) return false;
  return judge(filesOf(scene, state, id), scene.scenario.command).kind === 'works';
}

function cardOf(
  scene: ClinicScene,
  state: ClinicState,
  patient: Patient,
  isHidden: boolean,
  judge: Judge | undefined,
): Card {
  const { id, title, stage } = patient;
  const said = state.predictions.get(id);
  const card = { id, title, isOpen: id === state.patient, event: { kind: 'patient-chosen', id } } as const;
  if (said === undefined) return { ...card, mark: 'waiting', word: 'waits' };
  if (isHidden) return { ...card, mark: 'ahead', word: `${howFarWords(said)}?` };
  if (judge !== undefined && isHealed(scene, state, patient, judge)) return { ...card, mark: 'healed', word: 'healed' };
  if (stage === 'works') return { ...card, mark: 'well', word: 'works as it is' };
  return { ...card, mark: 'ill', word: howFarWords(stage) };
}

function statusOf(cards: readonly Card[], state: ClinicState, isHidden: boolean, judge: Judge | undefined): Status {
  if (isHidden || state.predictions.size === 0) return { kind: 'ready' };
  if (judge === undefined) return { kind: 'loading', says: ['The examination is on its way …'] };
  const isDone = cards.every(({ mark }) => mark === 'healed' || mark === 'well');
  return isDone ? { kind: 'done', says: [`All ${cards.length} work. The clinic is empty.`] } : { kind: 'ready' };
}

function examine(
  scene: ClinicScene,
  state: ClinicState,
  patient: Patient,
  said: HowFar,
  judgement: Judgement | undefined,
): Examination {
  const { cure, differs } = patient;
  const { stage, command, exit, lines } = patient.recorded[state.tool];
  const version = scene.scenario.versions[state.tool] ?? '';
  return {
    said: saidOf(said, patient, state),
    words: {
      tools: TOOLS.map((tool) => ({
        label: tool,
        isCode: true,
        chosen: tool === state.tool,
        event: { kind: 'tool-chosen', tool },
      })),
      who: `${state.tool} ${version}`,
      command,
      ended: `exit status ${exit}`,
      lines,
      differs: differs !== undefined && differs.tool === state.tool && stage !== patient.stage ? differs.says : '',
    },
    findings: findingsOf(judgement).map(
      ({ at, message }): FindingRow => ({
        place: at === undefined ? '' : `${at.file}, line ${at.line}`,
        event: at === undefined ? undefined : { kind: 'opened', path: at.file },
        message,
      }),
    ),
    steps: judgement !== undefined && judgement.kind !== 'unknown' ? judgement.steps : [],
    why: patient.why,
    cure: cure && { says: cure.says, disabledBecause: whyNoCure(scene, state, patient) },
    next: nextOf(scene, state, patient),
  };
}

/** Who has not been spoken of yet: after this one in the row, or else from its beginning. */
function nextOf(
  { scenario: { patients } }: ClinicScene,
  { predictions }: ClinicState,
  patient: Patient,
): Answer | undefined {
  const here = patients.indexOf(patient);
  const others = [...patients.slice(here + 1), ...patients.slice(0, here)];
  const next = others.find(({ id }) => !predictions.has(id));
  return next && { label: `Next patient: ${next.title}`, event: { kind: 'patient-chosen', id: next.id } };
}

/** What the reader said, beside what is so; once something was done to the patient, beside how it came in. */
function saidOf(said: HowFar, { id, stage }: Patient, { treated }: ClinicState): Examination['said'] {
  const isRight = said === stage;
  const so = `${treated.has(id) ? 'as it came in, it' : 'it'} ${howFarWords(stage)}.`;
  const words = isRight ? `As you said: ${so}` : `You said that it ${howFarWords(said)}. ${capital(so)}`;
  return { words, isRight };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function whyNoCure(scene: ClinicScene, state: ClinicState, { id }: Patient): string | undefined {
  if (!state.treated.has(id)) return 'Try it yourself first: change something in its files.';
  const cured = curedFiles(scene, id);
  return cured !== undefined && sameFiles(cured, filesOf(scene, state, id)) ? 'It is applied.' : undefined;
}

function happened(
  patient: Patient,
  { treated }: ClinicState,
  said: HowFar | undefined,
  way: Way,
  judgement: Judgement | undefined,
  isHidden: boolean,
): Words {
  if (said === undefined || isHidden) return ['Read its files, and say first how far it comes. Then it is examined.'];
  const [first] = findingsOf(judgement);
  if (!treated.has(patient.id)) return [`It ${wayWords(way)}. ${patient.why}`];
  if (way.kind === 'through') return ['Mended: every station lets it through, and the command starts.'];
  if (first === undefined) return ['The examination is on its way.'];
  return [`It ${wayWords(way)} now: `, ...first.message];
}

function announce(patient: Patient, { treated, tool }: ClinicState, said: HowFar | undefined, way: Way): string {
  if (said === undefined) return `${patient.title}. How far does it come?`;
  if (treated.has(patient.id)) return `It ${wayWords(way)} now.`;
  const verdict = said === patient.stage ? 'as you said' : `not: ${howFarWords(said)}`;
  return `It ${wayWords(way)}, ${verdict}. The words shown are ${tool}’s.`;
}
