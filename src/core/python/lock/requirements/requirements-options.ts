// The options that a requirements file may hold (pip's documentation, "Requirements File Format", "Supported options"), and
// what uv's reader makes of each.

interface OptionFacts {
  readonly short?: string;
  readonly long: readonly string[];
  readonly takesValue: boolean;
  /** What uv 0.13.8 does with it: reads it, warns and passes it over, or refuses the file. */
  readonly uv: 'read' | 'ignored' | 'refused';
}

/** The options by their first long name. */
export const REQUIREMENTS_OPTIONS = {
  '--index-url': { short: '-i', long: ['--index-url', '--pypi-url'], takesValue: true, uv: 'read' },
  '--extra-index-url': { long: ['--extra-index-url'], takesValue: true, uv: 'read' },
  '--no-index': { long: ['--no-index'], takesValue: false, uv: 'read' },
  '--constraint': { short: '-c', long: ['--constraint'], takesValue: true, uv: 'read' },
  '--requirement': { short: '-r', long: ['--requirement'], takesValue: true, uv: 'read' },
  '--editable': { short: '-e', long: ['--editable'], takesValue: true, uv: 'read' },
  '--find-links': { short: '-f', long: ['--find-links'], takesValue: true, uv: 'read' },
  '--no-binary': { long: ['--no-binary'], takesValue: true, uv: 'read' },
  '--only-binary': { long: ['--only-binary'], takesValue: true, uv: 'read' },
  '--prefer-binary': { long: ['--prefer-binary'], takesValue: false, uv: 'ignored' },
  '--require-hashes': { long: ['--require-hashes'], takesValue: false, uv: 'read' },
  '--no-require-hashes': { long: ['--no-require-hashes'], takesValue: false, uv: 'refused' },
  '--pre': { long: ['--pre'], takesValue: false, uv: 'ignored' },
  '--all-releases': { long: ['--all-releases'], takesValue: true, uv: 'refused' },
  '--only-final': { long: ['--only-final'], takesValue: true, uv: 'refused' },
  '--trusted-host': { long: ['--trusted-host'], takesValue: true, uv: 'ignored' },
  '--use-feature': { long: ['--use-feature'], takesValue: true, uv: 'ignored' },
  '--hash': { long: ['--hash'], takesValue: true, uv: 'read' },
  '--config-settings': { short: '-C', long: ['--config-settings'], takesValue: true, uv: 'refused' },
} as const satisfies Readonly<Record<string, OptionFacts>>;

export type RequirementsOption = keyof typeof REQUIREMENTS_OPTIONS;

interface KnownOption extends OptionFacts {
  readonly option: RequirementsOption;
}

function knownOptions(): readonly KnownOption[] {
  return Object.entries(REQUIREMENTS_OPTIONS).map(([name, facts]) => ({
    ...facts,
    option: name as RequirementsOption,
  }));
}

export function optionByLetter(letter: string): KnownOption | undefined {
  return knownOptions().find(({ short }) => short === `-${letter}`);
}

/** An option by its long name or the beginning of one, if it is the beginning of no other option's: `--req` is two's. */
export function optionByName(name: string): KnownOption | readonly string[] {
  const named = knownOptions();
  const exact = named.find(({ long }) => long.includes(name));
  if (exact !== undefined) return exact;
  const begun = named.flatMap((known) =>
    known.long.filter((long) => long.startsWith(name)).map((long) => ({ known, long })),
  );
  const [only] = begun;
  return only !== undefined && begun.length === 1 ? only.known : begun.map(({ long }) => long);
}
