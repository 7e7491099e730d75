// Asks the builder for one build: lays its contexts into folders, hands it to the driver, and reads what comes back.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ContextFolder, contextEntries } from './context.ts';
import { type ExportedImage, readImage } from './image.ts';
import { address, driver, machineFolder, setNetwork } from './machine.ts';
import type { Report } from './outcome.ts';
import type { Build, Entry } from './schema.ts';

/** Where folders are laid and images arrive. */
export const work = join(machineFolder, 'work');

export interface BuildResult {
  readonly report: Report;
  readonly image: ExportedImage | null;
}

/** The folder that holds the contexts of the build that is laid. */
export const contextFolder = join(work, 'context');

/** The folders of one pass over a scenario's builds, kept from build to build. */
export class Pass {
  readonly #context = new ContextFolder(contextFolder);
  readonly #named = new Map<string, ContextFolder>();

  /** Makes the folders and the network what they are at this build. */
  lay(build: Build): void {
    this.#context.lay(contextEntries(build));
    for (const [name, entries] of Object.entries(build.namedContexts ?? {})) {
      const folder = this.#named.get(name) ?? new ContextFolder(join(work, 'named', name));
      this.#named.set(name, folder);
      folder.lay(entries as Readonly<Record<string, Entry>>);
    }
    setNetwork({ images: build.baseImages, remote: build.remote ?? {} });
  }
}

/** The options of the Dockerfile frontend for a build. */
export function frontendOptions(build: Build): Record<string, string> {
  return {
    filename: build.dockerfileName ?? 'Dockerfile',
    ...Object.fromEntries(Object.entries(build.buildArgs).map(([key, value]) => [`build-arg:${key}`, value])),
    ...Object.fromEntries(Object.keys(build.namedContexts ?? {}).map((name) => [`context:${name}`, `local:${name}`])),
    ...(build.target === null ? {} : { target: build.target }),
    ...(build.platform === null ? {} : { platform: build.platform }),
    ...(build.noCache ? { 'no-cache': '' } : {}),
    ...(build.noCacheFilter === undefined ? {} : { 'no-cache': build.noCacheFilter.join(',') }),
  };
}

export interface Asked {
  readonly frontend: 'here' | 'inside';
  /** The folder with the Dockerfile, when it isn't the context. */
  readonly dockerfile?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** Runs one build, and reads the image that it exports. */
export function ask(build: Build, { frontend, dockerfile, options }: Asked): BuildResult {
  const archive = join(work, 'image.tar');
  rmSync(archive, { force: true });
  const context = contextFolder;
  const request = {
    address,
    frontend,
    context,
    dockerfile: dockerfile ?? context,
    contexts: Object.fromEntries(
      Object.keys(build.namedContexts ?? {}).map((name) => [name, join(work, 'named', name)]),
    ),
    options: options ?? frontendOptions(build),
    secrets: build.secrets ?? {},
    ssh: build.ssh ? (process.env['SSH_AUTH_SOCK'] ?? '') : '',
    allow: build.allow ?? [],
    image: archive,
  };
  const { stdout, stderr, status } = spawnSync(driver, {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (status !== 0) throw new Error(`The driver failed: ${stderr}`);
  const report = JSON.parse(stdout) as Report;
  const made = report.error === null && existsSync(archive);
  return { report, image: made ? readImage(readFileSync(archive)) : null };
}
