// A machine that the installer figure can be set to: content/index/machines.json.

/** The form of an environment in the tags reference (fidelity/standards, tags.jsonl), as far as our machines use it. */
export interface Environment {
  readonly id: string;
  readonly implementation: 'cp' | 'pp';
  readonly python: readonly [number, number];
  readonly abis: readonly string[] | null;
  readonly platform:
    | {
        readonly kind: 'linux';
        readonly arch: string;
        readonly libc: 'glibc';
        readonly libcVersion: readonly [number, number];
      }
    | {
        readonly kind: 'musl';
        readonly arch: string;
        readonly libc: 'musl';
        readonly libcVersion: readonly [number, number];
      }
    | { readonly kind: 'macos'; readonly version: readonly [number, number]; readonly arch: string }
    | { readonly kind: 'windows'; readonly arch: 'amd64' | 'x86' | 'arm64' };
  readonly freeThreaded: boolean;
}

export interface Machine {
  readonly id: string;
  readonly label: string;
  readonly environment: Environment;
  readonly pythonFullVersion: string;
  readonly markers: Readonly<Record<string, string>>;
  readonly sitePackages: string;
  readonly bin: string;
}

/** The ABIs of a machine's interpreter: its own unless the environment lists others. `cp313`, `cp314t`. */
export function abisOf({
  implementation,
  python: [major, minor],
  abis,
  freeThreaded,
}: Omit<Environment, 'id'>): readonly string[] {
  return abis ?? [`${implementation}${major}${minor}${freeThreaded ? 't' : ''}`];
}
