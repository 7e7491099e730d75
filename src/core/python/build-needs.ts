// What a source distribution needs on the machine that builds it, beyond Python: the source distribution format, and the build
// system of pyproject.toml (PEP 517, PEP 518). The build backend and its Python requirements are fetched by the installer; compilers
// and system libraries are not.

/** What is known of a source distribution: from its pyproject.toml and its sources, and from reading how it builds. */
export interface BuildFacts {
  /** The languages that have to be compiled. */
  readonly languages: readonly ('c' | 'c++' | 'rust')[];
  /** Must the compiled part be there, or does the build go on without it? */
  readonly extension: 'required' | 'optional' | 'none';
  /** Libraries of the system whose headers are needed. */
  readonly libraries?: readonly string[];
}

/** Whether anything has to be there beside Python, and what. */
export type BuildNeeds =
  | { readonly kind: 'python-alone' }
  | { readonly kind: 'tools'; readonly tools: readonly string[]; readonly optional: boolean };

/**
 * What must be installed to build from source, beside what the build system fetches (pyproject.toml specification, "Declaring build
 * system dependencies: the [build-system] table").
 *
 * @example buildNeeds({ languages: ['c'], extension: 'required', libraries: ['libpq'] }).tools // → ['a C compiler', 'libpq']
 */
export function buildNeeds({ languages, extension, libraries = [] }: BuildFacts): BuildNeeds {
  if (extension === 'none' || languages.length === 0) return { kind: 'python-alone' };
  const has = (language: BuildFacts['languages'][number]) => languages.includes(language);
  const compilers =
    has('c') && has('c++')
      ? ['C and C++ compilers']
      : has('c++')
        ? ['a C++ compiler']
        : has('c')
          ? ['a C compiler']
          : [];
  const tools = [...compilers, ...(has('rust') ? ['Rust'] : []), ...libraries];
  return { kind: 'tools', tools, optional: extension === 'optional' };
}

/**
 * The needs in words, after “needs” (pyproject.toml specification, "Declaring build system dependencies: the [build-system] table").
 *
 * @example describeBuildNeeds(buildNeeds({ languages: [], extension: 'none' })) // → 'nothing but Python'
 * @example describeBuildNeeds(buildNeeds({ languages: ['c++'], extension: 'optional' })) // → 'nothing but Python; a C++ compiler makes it faster'
 */
export function describeBuildNeeds(needs: BuildNeeds): string {
  if (needs.kind === 'python-alone') return 'nothing but Python';
  const tools = needs.tools.join(' and ');
  return needs.optional ? `nothing but Python; ${tools} makes it faster` : tools;
}
