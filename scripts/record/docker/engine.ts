// The engine that console blocks about images are recorded on: Debian's dockerd on the machine `debian-docker` (make-machine.ts), for
// `docker history`, `images`, `inspect`, `run`. It builds nothing: the current BuildKit (machine.ts) does, and loads what it has built
// into the engine, so a block names both releases. It has no network but its own loopback, and starts without images each time.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rootOf } from '../sandbox.ts';
import { machineFolder } from './machine.ts';

const folder = join(machineFolder, 'engine');
const socket = join(folder, 'docker.sock');
const buildSocket = join(machineFolder, 'buildkitd.sock');

/** Where the machine's shell finds the two daemons, and the folder of this machine that is mounted there. */
export const daemons = { docker: socket, buildkit: buildSocket };

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** A running engine without images. `stop` when done. */
export class Engine {
  #child: ChildProcess | undefined;

  constructor() {
    process.on('exit', () => this.#child?.kill('SIGKILL'));
  }

  async start(machine: string): Promise<void> {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'data'), { recursive: true });
    const root = rootOf(machine);
    const inside = (path: string) => quote(`${root}${path}`);
    const script = [
      'set -e',
      // The engine unpacks layers in a process that makes its root private: the root has to be a mount.
      `mount --bind ${inside('')} ${inside('')}`,
      `mount -t proc proc ${inside('/proc')}`,
      `mount --rbind /sys ${inside('/sys')}`,
      `mount --rbind /dev ${inside('/dev')}`,
      `mount -t tmpfs tmpfs ${inside('/run')}`,
      `mount -t tmpfs tmpfs ${inside('/tmp')}`,
      `mkdir ${inside('/run/engine')}`,
      `mount --bind ${quote(folder)} ${inside('/run/engine')}`,
      'ip link set lo up',
      // Without it the engine warns at every container, of a network that it hasn't got.
      'echo 1 > /proc/sys/net/ipv4/ip_forward',
      `exec chroot ${quote(root)} /usr/sbin/dockerd --host unix:///run/engine/docker.sock --data-root /run/engine/data \
--exec-root /run/docker --pidfile /run/docker.pid --iptables=false --ip6tables=false --bridge=none`,
    ].join('\n');
    const namespaces = ['--net', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const child = spawn('unshare', [...namespaces, 'bash', '-c', script], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child = child;
    let log = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
    const limit = Date.now() + 60_000;
    while (!log.includes('API listen on') || !existsSync(socket)) {
      if (child.exitCode !== null || Date.now() > limit) throw new Error(`The engine didn't start:\n${log}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // The shell's user belongs to no group of the machine.
    for (const one of [socket, buildSocket]) if (existsSync(one)) chmodSync(one, 0o666);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    this.#child = undefined;
    spawnSync('rm', ['-rf', folder]);
  }
}
