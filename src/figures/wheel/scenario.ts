/**
 * What the wheel decoder is given: a release as the index lists it, what building it needs, and what pip takes on the five presets.
 * content/scenarios/wheel/*.json; the recorded half is written by scripts/record/releases.ts.
 */
import { type AnyMachine, arrangeTags, type BuildFacts, readAnyMachine, type SupportedTags } from '@/core/python';
import {
  chooseOfRelease,
  type FileListText,
  formatFileList,
  type IndexFile,
  parseFileList,
  type ReleaseChoice,
} from '@/core/workstation';
import { remembering } from '@/figures/frame/remembering';
import machines from '~content/scenarios/machines/presets.json';
import { type Preset, readPresets } from './presets';

/** A file of the release, without its hash: no fit depends on it. */
export interface ScenarioFile {
  readonly filename: string;
  readonly 'requires-python'?: string;
  readonly yanked?: boolean | string;
  readonly size: number;
}

export interface WheelScenario {
  readonly id: string;
  /** The preset that the figure begins with. */
  readonly machine: string;
  /** How the source distribution builds. */
  readonly builds: BuildFacts;
  readonly release: {
    /** The day. */
    readonly recorded: string;
    readonly files: readonly ScenarioFile[];
  };
}

/** A scenario as its file holds it: more than a page needs. */
export interface RecordedScenario extends WheelScenario {
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
  readonly project: string;
  readonly version: string;
  readonly builds: BuildFacts & { readonly seen: string };
  /** What pip's command takes on each preset; null is nothing. */
  readonly expects: readonly { readonly machine: string; readonly takes: string | null }[];
}

/** The half of a scenario that a page is sent. */
export function shipScenario({ id, machine, builds, release }: RecordedScenario): WheelScenario {
  const { languages, extension, libraries } = builds;
  return {
    id,
    machine,
    builds: { languages, extension, ...(libraries === undefined ? {} : { libraries }) },
    release: {
      recorded: release.recorded,
      files: release.files.map((file) => ({
        filename: file.filename,
        ...(file['requires-python'] === undefined ? {} : { 'requires-python': file['requires-python'] }),
        ...(file.yanked === undefined ? {} : { yanked: file.yanked }),
        size: file.size,
      })),
    },
  };
}

/** A scenario, opened. Tags, lists and choices are made once, whenever they are first asked for. */
export interface WheelScene {
  readonly scenario: WheelScenario;
  readonly presets: readonly [Preset, ...Preset[]];
  /** Machines for those who look for them; a slide doesn't step through these. */
  readonly more: readonly Preset[];
  /** The settings that the figure begins with. */
  readonly settings: AnyMachine;
  /** The release's files as text. */
  readonly text: string;
  readonly tagsOf: (settings: AnyMachine) => SupportedTags;
  /** The list that is chosen from: the release's when there is no text, or the reader's own. */
  readonly listOf: (text: string | undefined) => FileListText;
  /** The choice of a list on a machine. */
  readonly choiceOn: (settings: AnyMachine, text: string | undefined) => ReleaseChoice;
}

/** Opens a scenario. A preset that isn't known is the first. */
export function openScene(scenario: WheelScenario): WheelScene {
  const { common: presets, more } = readPresets(machines);
  const { settings } = presets.find(({ id }) => id === scenario.machine) ?? presets[0];
  const files = scenario.release.files.map((file): IndexFile => ({ ...file, hashes: {} }));
  const own: FileListText = { files, problems: [], unread: 0 };
  const tagsOf = remembering(JSON.stringify, (wanted: AnyMachine): SupportedTags => {
    const reading = readAnyMachine(wanted);
    if (reading.kind === 'faulty') throw new RangeError(reading.problems[0].message);
    return arrangeTags(reading.environment);
  });
  const typed = remembering((text: string) => text, parseFileList);
  const listOf = (text: string | undefined) => (text === undefined ? own : typed(text));
  const choose = remembering(
    ({ wanted, text }: { wanted: AnyMachine; text: string | undefined }) => JSON.stringify([wanted, text]),
    ({ wanted, text }) => chooseOfRelease(listOf(text).files, tagsOf(wanted), wanted.python),
  );
  const choiceOn = (wanted: AnyMachine, text: string | undefined) => choose({ wanted, text });
  return { scenario, presets, more, settings, text: formatFileList(files), tagsOf, listOf, choiceOn };
}

/** The name that the decoder shows: the one in its field, or while it follows the light the lit one, or the first by name. */
export function decodedName(choice: ReleaseChoice, name: string | undefined): string {
  if (name !== undefined) return name;
  if (choice.chosen?.type === 'wheel') return choice.chosen.file.filename;
  const wheels = choice.files.filter(({ type }) => type === 'wheel').map(({ file }) => file.filename);
  return wheels.sort()[0] ?? '';
}
