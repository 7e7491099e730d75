/** The settings as controls: each with its values, and the one that holds. A value that isn't on offer stands beside the others. */
import type { TomlTable } from '@/core/python';
import type { ResolutionProblem } from '@/core/resolution';
import type { Choice } from '@/figures/frame/Choices';
import type { Answer } from './reading';
import { SETTING_VALUES, settingOf } from './settings';
import type { ResolverEvent, SettingName } from './state';

export interface Tuning {
  readonly settings: readonly Setting[];
  /** What there is to require. */
  readonly projects: readonly string[];
}

export interface Setting {
  readonly setting: SettingName;
  readonly legend: string;
  readonly choices: readonly Choice<ResolverEvent>[];
}

const LEGENDS: Readonly<Record<SettingName, string>> = {
  resolution: 'Of the releases in range, take the',
  prereleases: 'Take pre-releases',
  python: 'Python',
  platform: 'Machine',
  environments: 'Answer for environments',
};

const ORDER: readonly SettingName[] = ['resolution', 'prereleases', 'python', 'environments', 'platform'];

export function tuningOf({ scenario, file }: Answer): Tuning {
  const { problem } = scenario;
  return { settings: file === undefined ? [] : settingsOf(problem, file), projects: [...problem.index.keys()] };
}

function settingsOf(problem: ResolutionProblem, file: TomlTable): readonly Setting[] {
  return ORDER.flatMap((setting): readonly Setting[] => {
    // For all environments at once there is no one machine.
    if (setting === 'platform' && problem.target.kind === 'universal') return [];
    const now = settingOf(problem, file, setting);
    const known = SETTING_VALUES[setting];
    const values = known.some(({ value }) => value === now) ? known : [...known, { value: now, label: now }];
    return [
      {
        setting,
        legend: LEGENDS[setting],
        choices: values.map(({ value, label }) => ({
          label,
          isCode: label === value,
          chosen: value === now,
          event: { kind: 'setting-chosen', setting, value },
        })),
      },
    ];
  });
}
