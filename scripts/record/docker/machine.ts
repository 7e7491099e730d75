// The builder that recordings are made on: a BuildKit daemon of the release in content/versions.json, built from its Go module, in
// a network namespace of its own. There it sees one loopback with our registry of stand-in base images (registry.ts) and nothing else,
// so no RUN can reach anything. Needs root on Linux, Go, runc, busybox-static, iproute2, openssl and git; the first run of
//
//   npm run record:docker -- machine
//
// fetches the modules and compiles for some minutes. Everything is kept in /var/tmp/shipshape-buildkit (or $SHIPSHAPE_BUILDKIT).

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NetworkState } from './registry.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const machineFolder = process.env['SHIPSHAPE_BUILDKIT'] ?? '/var/tmp/shipshape-buildkit';
const bin = join(machineFolder, 'bin');
const network = join(machineFolder, 'network');
const root = join(machineFolder, 'state');
const socket = join(machineFolder, 'buildkitd.sock');
export const address = `unix://${socket}`;
export const driver = join(bin, 'docker');
export const buildctl = join(bin, 'buildctl');
export const buildx = join(bin, 'docker-buildx');

/** Where the stand-in base images are listed. */
export const baseImagesFile =
  process.env['SHIPSHAPE_BASE_IMAGES'] ?? here('../../../src/core/docker/conformance/support/base-images.json');

/** Names that lead to our own registry inside the builder's network. */
const hosts = [
  'registry-1.docker.io',
  'auth.docker.io',
  'ghcr.io',
  'example.com',
  'downloads.example.com',
  'git.example.com',
];

interface Versions {
  readonly tools: Readonly<Record<string, { readonly version: string }>>;
}

export function checkedVersions(): { readonly buildkit: string; readonly frontend: string; readonly buildx: string } {
  const versions = JSON.parse(readFileSync(here('../../../content/versions.json'), 'utf8')) as Versions;
  return {
    buildkit: versions.tools['buildkit']?.version ?? '',
    frontend: versions.tools['dockerfile-frontend']?.version ?? '',
    buildx: versions.tools['buildx']?.version ?? '',
  };
}

/** Compiles packages of a module of ours, each told the version of the tool that it is. */
function compile(module: string, output: string, version: string, packages: readonly string[]): void {
  const options = ['build', '-buildvcs=false', '-o', output, '-ldflags', `-s -w -X ${version}`, ...packages];
  execFileSync('go', options, { cwd: here(module), stdio: 'inherit' });
}

/** Compiles buildkitd, buildctl and our driver with the module versions of driver/go.mod, and buildx with those of buildx/go.mod. */
export function makeMachine(): void {
  mkdirSync(bin, { recursive: true });
  const { buildkit: kit, buildx: x } = checkedVersions();
  const programs = ['github.com/moby/buildkit/cmd/buildkitd', 'github.com/moby/buildkit/cmd/buildctl', '.'];
  compile('driver', `${bin}/`, `github.com/moby/buildkit/version.Version=v${kit}`, programs);
  compile('buildx', buildx, `github.com/docker/buildx/version.Version=v${x}`, ['github.com/docker/buildx/cmd/buildx']);
  mkdirSync(network, { recursive: true });
  if (!existsSync(join(network, 'cert.pem'))) {
    const names = ['-addext', `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`];
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', join(network, 'key.pem')];
    const cert = ['-x509', '-days', '3650', '-subj', '/CN=shipshape', ...names, '-out', join(network, 'cert.pem')];
    execFileSync('openssl', ['req', ...key, ...cert], { stdio: 'ignore' });
  }
  writeFileSync(join(network, 'hosts'), `127.0.0.1 localhost ${hosts.join(' ')}\n`);
  writeFileSync(
    join(network, 'buildkitd.toml'),
    [
      'insecure-entitlements = ["network.host", "security.insecure"]',
      '[worker.containerd]',
      'enabled = false',
      '[worker.oci]',
      'enabled = true',
      'gc = false',
      'snapshotter = "overlayfs"',
      'networkMode = "host"',
      '',
    ].join('\n'),
  );
}

/** What tags stand for from now on, and what lies at addresses. */
export function setNetwork(state: NetworkState): void {
  writeFileSync(join(network, 'state.json'), JSON.stringify(state));
}

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A running builder. Its cache is empty after `start` and after each `restart`. */
export class Builder {
  #child: ChildProcess | undefined;
  #log = '';
  readonly #images: string;

  /** `images` is the list of the base images that it finds. */
  constructor(images = baseImagesFile) {
    this.#images = images;
    // A recorder that is ended must not leave its builder behind: the next one would share the folder with it.
    process.on('exit', () => this.#child?.kill('SIGKILL'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  }

  async start(): Promise<void> {
    rmSync(root, { recursive: true, force: true });
    rmSync(socket, { force: true });
    if (!existsSync(join(network, 'state.json'))) setNetwork({ images: {}, remote: {} });
    const script = [
      'set -e',
      'ip link set lo up',
      `mount --bind ${quote(join(network, 'hosts'))} /etc/hosts`,
      `${quote(process.execPath)} ${quote(here('registry.ts'))} ${quote(this.#images)} ${quote(network)} &`,
      `exec ${quote(join(bin, 'buildkitd'))} --config ${quote(join(network, 'buildkitd.toml'))} --root ${quote(root)} --addr ${quote(address)}`,
    ].join('\n');
    const cert = join(network, 'cert.pem');
    const child = spawn(
      'unshare',
      ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc', 'bash', '-c', script],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'], HOME: '/root', SSL_CERT_FILE: cert, GIT_SSL_CAINFO: cert, TMPDIR: '/tmp' },
      },
    );
    this.#child = child;
    this.#log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    }
    const limit = Date.now() + 120_000;
    while (!this.#isReady()) {
      if (child.exitCode !== null || Date.now() > limit) throw new Error(`The builder didn't start:\n${this.#log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  #isReady(): boolean {
    if (!this.#log.includes('ready') || !existsSync(socket)) return false;
    return spawnSync(buildctl, ['--addr', address, 'debug', 'workers']).status === 0;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.#child = undefined;
  }

  /** An empty cache again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}
