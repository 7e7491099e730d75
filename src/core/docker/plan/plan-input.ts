// What a plan is made from, besides the file.
import type { Dockerfile } from '../dockerfile';
import type { Work } from '../files/work';
import type { ImageCatalog } from './base-image';
import type { OperationList } from './operation';
import type { Platform } from './platform';
import type { StageState } from './stage-state';

/** What is asked of a build. */
export interface BuildRequest {
  readonly arguments: ReadonlyMap<string, string>;
  /** A stage’s name; undefined: the last stage. */
  readonly target: string | undefined;
  readonly platform: Platform | undefined;
  /** `--no-cache`: all stages, or those of these names, in lower case. */
  readonly ignoresCache: boolean | ReadonlySet<string>;
  readonly images: ImageCatalog;
  /** Entitlements (`--allow`): `network.host`, `security.insecure`. */
  readonly allowed: ReadonlySet<string>;
  /** Names of further contexts (`--build-context`): COPY --from and FROM find them before stages’ images. */
  readonly contexts: ReadonlySet<string>;
  /** What the build may do; spent from. */
  readonly work: Work;
}

/** What instructions of all stages share while they are planned. */
export interface PlanInput {
  readonly file: Dockerfile;
  readonly arguments: ReadonlyMap<string, string>;
  readonly globals: ReadonlyMap<string, string>;
  readonly allowed: ReadonlySet<string>;
  /** SOURCE_DATE_EPOCH, empty where it isn’t given: the time of what WORKDIR makes, and so a part of its key. */
  readonly sourceDate: string;
  readonly ignoresCache: (state: StageState) => boolean;
  readonly operations: OperationList;
  readonly work: Work;
}
