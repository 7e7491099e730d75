/**
 * The check of the wheel decoder's scenarios: on each of the preset machines the release's file is taken that the scenario expects,
 * which is what the real pip took.
 */
import { z } from 'astro/zod';
import { arrangeTags, type MachineSettings, readMachine } from '@/core/python';
import { chooseOfRelease } from '@/core/workstation';
import { type ContentProblem, readYaml, type SourceFile } from './source';

/** Where the machines stand that scenarios name. */
export const presetsFile = 'content/scenarios/machines/presets.json';

const schema = z.looseObject({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  release: z.looseObject({ files: z.array(z.looseObject({ filename: z.string() })).min(1) }),
  expects: z.array(z.strictObject({ machine: z.string(), takes: z.string().nullable() })).min(1),
});

/** As the file holds them; the schema above looks at the parts that an author can get wrong. */
interface Written {
  readonly release: { readonly files: readonly Parameters<typeof chooseOfRelease>[0][number][] };
}
interface Presets {
  readonly presets: readonly { readonly id: string; readonly settings: MachineSettings }[];
}

/** @param presets the text of content/scenarios/machines/presets.json */
export function checkWheelScenario(source: SourceFile, presets: string): readonly ContentProblem[] {
  const reading = readYaml(source, schema, 'content/scenarios/wheel/requests.json shows the form.');
  if ('problems' in reading) return reading.problems;
  const { name, value, problem } = reading.file;
  const known = (JSON.parse(presets) as Presets).presets;
  const { release } = JSON.parse(source.text) as Written;
  const files = release.files.map((file) => ({ ...file, hashes: {} }));
  const wrongId = problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.json.`);
  return [
    ...(value.id === name ? [] : [wrongId]),
    ...value.expects.flatMap(({ machine, takes }, i): readonly ContentProblem[] => {
      const preset = known.find(({ id }) => id === machine);
      const read = preset && readMachine(preset.settings);
      if (preset === undefined || read?.kind !== 'machine') {
        const remedy = `Write one of ${known.map(({ id }) => id).join(', ')}.`;
        return [problem(['expects', i, 'machine'], `There is no machine "${machine}".`, remedy)];
      }
      const choice = chooseOfRelease(files, arrangeTags(read.environment), preset.settings.python);
      const taken = choice.chosen?.file.filename ?? null;
      if (taken === takes) return [];
      const reason = `On ${machine} ${taken ?? 'no file'} is taken, and the scenario expects ${takes ?? 'none'}.`;
      return [problem(['expects', i, 'takes'], reason, 'Record it again: npm run record:releases.')];
    }),
  ];
}
