// The keys of a scenario file, table by table, so that a key written wrong is told and never passed over in silence. The
// JSON schema on the site has the same ones; a test holds the two together.

export const SCENARIO_KEYS = {
  file: [
    'name',
    'description',
    'root',
    'packages',
    'environment',
    'resolver_options',
    'expected',
    'testgen',
    'shipshape',
  ],
  root: ['requires', 'requires_python'],
  package: ['versions'],
  /** `entry_points` is of no consequence for the answer: read and ignored, like `testgen`. */
  release: ['requires', 'extras', 'requires_python', 'sdist', 'wheel', 'wheel_tags', 'yanked', 'entry_points'],
  artifact: ['upload_time'],
  environment: ['python', 'additional_python'],
  /** `test` is read and ignored, like `testgen`, which has taken its place. */
  resolverOptions: [
    'test',
    'python',
    'universal',
    'prereleases',
    'resolution',
    'no_build',
    'no_binary',
    'python_platform',
    'required_environments',
  ],
  expected: ['satisfiable', 'packages', 'explanation'],
  shipshape: [
    'ecosystem',
    'constraints',
    'overrides',
    'exclude_newer',
    'uploaded',
    'lock',
    'prereleases',
    'compatible_host',
    'bounds',
    'expected_forks',
    'npm',
    'cargo',
    'go',
  ],
  fork: ['markers', 'packages'],
} as const;

export type ScenarioTable = keyof typeof SCENARIO_KEYS;
