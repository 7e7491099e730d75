// The configuration of an image (OCI image specification, “Image configuration”): what a container is started with. Instructions such
// as ENV, USER and CMD change nothing else.

export interface Healthcheck {
  readonly test: readonly string[];
  /** Nanoseconds; 0 where nothing is said. */
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  readonly startInterval: number;
  readonly retries: number;
}

export interface ImageConfig {
  /** `NAME=value`, in order. */
  readonly env: readonly string[];
  readonly workdir: string;
  readonly user: string;
  readonly entrypoint: readonly string[] | undefined;
  readonly cmd: readonly string[] | undefined;
  readonly shell: readonly string[] | undefined;
  readonly exposedPorts: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly volumes: readonly string[];
  readonly stopSignal: string | undefined;
  readonly healthcheck: Healthcheck | undefined;
  /** Triggers that act in builds that start from this image. */
  readonly onbuild: readonly string[];
}

/** The search path that the builder sets where an image has none. */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** What nothing is configured in. */
export const EMPTY_CONFIG: ImageConfig = {
  env: [],
  workdir: '',
  user: '',
  entrypoint: undefined,
  cmd: undefined,
  shell: undefined,
  exposedPorts: [],
  labels: new Map(),
  volumes: [],
  stopSignal: undefined,
  healthcheck: undefined,
  onbuild: [],
};

/** The configuration of an image that was built FROM scratch, before its first instruction. */
export const SCRATCH_CONFIG: ImageConfig = { ...EMPTY_CONFIG, workdir: '/', env: [`PATH=${DEFAULT_PATH}`] };

/** The environment with one variable set: in its old place if it was there, else last. */
export function withVariable(env: readonly string[], name: string, value: string): readonly string[] {
  const written = `${name}=${value}`;
  const at = env.findIndex((one) => nameOfVariable(one) === name);
  return at < 0 ? [...env, written] : env.map((one, index) => (index === at ? written : one));
}

export function nameOfVariable(written: string): string {
  const equals = written.indexOf('=');
  return equals < 0 ? written : written.slice(0, equals);
}

export function valueOfVariable(written: string): string {
  const equals = written.indexOf('=');
  return equals < 0 ? '' : written.slice(equals + 1);
}
