/** What the clinic is given: patients, that is small projects, each with what the real tools said of it. */
import type { Stage } from '@/core/wheel';

/** How far a project comes: the station at which it stops, or it works. */
export const HOW_FAR = ['parse', 'build', 'install', 'run', 'works'] as const satisfies readonly (Stage | 'works')[];
export type HowFar = (typeof HOW_FAR)[number];

/** The tools that were asked; `build` and `pip` install with pip. */
export const TOOLS = ['pip', 'uv', 'build'] as const;
export type ToolName = (typeof TOOLS)[number];

/** What came of a project with a tool, as recorded. */
export interface Recorded {
  readonly stage: HowFar;
  /** The command that failed, or that ran. */
  readonly command: string;
  readonly exit: number;
  readonly lines: readonly string[];
}

/** One way to mend a patient: a text in one of its files, and what stands there instead. */
export interface Cure {
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Patient {
  readonly id: string;
  readonly title: string;
  /** What its owner says. */
  readonly complaint: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly stage: HowFar;
  readonly why: string;
  /** A tool that stops elsewhere, and why. */
  readonly differs?: { readonly tool: ToolName; readonly stage: HowFar; readonly says: string } | undefined;
  readonly cure?: Cure | undefined;
  readonly recorded: Readonly<Record<ToolName, Recorded>>;
}

export interface ClinicScenario {
  readonly id: string;
  readonly task: string;
  /** The command that every patient is to have. */
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly patients: readonly [Patient, ...Patient[]];
}

/** A file’s path and its text; no two of one path. */
export type Files = ReadonlyMap<string, string>;
/** What was done to a patient’s files: a text in place of what was there or wasn’t, null for a file that is gone. */
export type Changes = ReadonlyMap<string, string | null>;

export interface ClinicScene {
  readonly scenario: ClinicScenario;
  readonly patients: ReadonlyMap<string, Patient>;
  /** The files that each came in with. */
  readonly admitted: ReadonlyMap<string, Files>;
}

export function openScene(scenario: ClinicScenario): ClinicScene {
  const { patients } = scenario;
  return {
    scenario,
    patients: new Map(patients.map((patient) => [patient.id, patient])),
    admitted: new Map(patients.map(({ id, files }) => [id, new Map(files.map(({ path, text }) => [path, text]))])),
  };
}
