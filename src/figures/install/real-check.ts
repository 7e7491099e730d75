/**
 * The installer's choice by a real pip: what it would take for the chosen machine, by pip's own options for other machines. It is
 * the command of the recordings in content/index/pip-reports.
 */
import { cpythonAbis, platformTags } from '@/core/python';
import type { RealCheck } from '@/figures/frame/model';
import type { InstallScene, ScenarioMachine } from './scenario';
import type { InstallState } from './state';

/** Prints the names of the files in pip's report. */
const listFiles = `import json, sys
for one in json.load(sys.stdin)["install"]:
    print(one["download_info"]["url"].rsplit("/", 1)[-1])`;

export function realCheck({ scenario, machineOf }: InstallScene, { machine }: InstallState): RealCheck {
  const chosen = machineOf(machine);
  return {
    says: [
      `In a terminal with Python and pip. It asks the index what pip would take for ${chosen.label}, installs nothing, and prints the files.`,
    ],
    script: [
      "sh <<'END'",
      `for platform in ${platformsOf(chosen).join(' ')}; do`,
      '  set -- "$@" --platform "$platform"',
      'done',
      `python3 -m pip install --dry-run --ignore-installed --only-binary :all: ${interpreterOptions(chosen)} \\`,
      `  "$@" --target x --report - --quiet ${scenario.wanted} | python3 -c '${listFiles}'`,
      'END',
    ].join('\n'),
  };
}

/** `--python-version 3.13.5 --implementation cp --abi cp313` */
export function interpreterOptions({ environment, pythonFullVersion }: ScenarioMachine): string {
  const [abi = ''] = environment.abis ?? cpythonAbis(environment);
  return `--python-version ${pythonFullVersion} --implementation ${environment.implementation} --abi ${abi}`;
}

/** The platforms that pip is to take files for, the preferred one first. */
export function platformsOf({ environment }: ScenarioMachine): readonly string[] {
  return platformTags(environment.platform);
}
