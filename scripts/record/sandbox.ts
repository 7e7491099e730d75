// The machine that recordings are made on: a Debian root filesystem outside the repository (make-machine.ts), entered
// as the user `you` with an empty home folder, in mounts of its own, with one bash that lives as long as the session.
// The shell is interactive (-i), as a reader's is: its messages carry no line numbers, aliases work.
//
// Commands are given over one pipe and their ends announced over the others, so that no terminal is needed: after each
// command bash writes the same mark to its output, to its errors and to a report pipe. What tools write to output and
// errors arrives in the order in which the pipes were written; writes to both within the same instant could swap.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';

const machinesFolder = process.env['SHIPSHAPE_MACHINES'] ?? '/var/tmp/shipshape-machines';

/** Where the root filesystem of a machine stands. */
export const rootOf = (machine: string) => `${machinesFolder}/${machine}`;

export interface Chunk {
  readonly stream: 'out' | 'err';
  readonly text: string;
}

export interface Outcome {
  readonly prompt: string;
  readonly cwd: string;
  readonly chunks: readonly Chunk[];
  readonly exit: number;
}

/** A session that needs no index runs without any network, so that nothing comes from outside unnoticed. */
export type Network = 'none' | 'shared';

const stepTimeLimit = 300_000;

const driver = (mark: string) => `
__rc=0
printf '${mark}'; printf '${mark}' >&2
printf '%s\\0%s\\0%s\\0' 0 "$PWD" "\${PS1@P}" >&3
while IFS= read -r -d '' __command <&4; do
  (exit "$__rc"); eval "$__command" </dev/null 3>&- 4>&-
  __rc=$?
  printf '${mark}'; printf '${mark}' >&2
  printf '%s\\0%s\\0%s\\0' "$__rc" "$PWD" "\${PS1@P}" >&3
done`;

const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const environment = [
  'HOME=/home/you',
  'USER=you',
  'LOGNAME=you',
  'SHELL=/bin/bash',
  'PATH=/usr/local/bin:/usr/bin:/bin',
  'LANG=C.UTF-8',
  'TERM=dumb',
  'COLUMNS=80',
  'NO_COLOR=1',
  'PIP_DISABLE_PIP_VERSION_CHECK=1',
  // pip trusts the machine's certificates by itself; uv brings its own list and is told here when this network needs it.
  ...(process.env['SSL_CERT_FILE'] ? ['SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'] : []),
];

/** The sockets of an engine and of a builder on this machine, which the shell's `docker` is to use. */
export interface Daemons {
  readonly docker: string;
  readonly buildkit: string;
}

const sockets = { docker: '/run/docker.sock', buildkit: '/run/buildkitd.sock' };

const toDaemons = [`DOCKER_HOST=unix://${sockets.docker}`, 'BUILDX_BUILDER=current'];

/** `docker build` builds with the builder and loads what it has built into the engine. */
const useDaemons = [
  `docker buildx create --name current --driver remote --driver-opt default-load=true --use unix://${sockets.buildkit}`,
  'docker buildx inspect',
].map((command) => `${command} >/dev/null 2>&1 </dev/null`);

/** Mounts, an empty home, then bash as `you`; all in a mount namespace that ends with the process. */
function enter(machine: string, mark: string, daemons: Daemons | undefined): string {
  const target = quote(rootOf(machine));
  const reach = (socket: string, at: string) => [
    `touch ${target}${at}`,
    `mount --bind ${quote(socket)} ${target}${at}`,
  ];
  const mounts =
    daemons === undefined
      ? []
      : [
          `mount -t tmpfs tmpfs ${target}/run`,
          ...reach(daemons.docker, sockets.docker),
          ...reach(daemons.buildkit, sockets.buildkit),
        ];
  const settings = daemons === undefined ? environment : [...environment, ...toDaemons];
  const begin = ['cd ~', ...(daemons === undefined ? [] : useDaemons), "PS1='$ '", driver(mark)].join('; ');
  return [
    'set -e',
    `mount -t proc proc ${target}/proc`,
    `mount --rbind /dev ${target}/dev`,
    `mount -t tmpfs -o mode=1777 tmpfs ${target}/tmp`,
    `mount -t tmpfs -o mode=755 tmpfs ${target}/home`,
    ...mounts,
    `cp -a ${target}/etc/skel ${target}/home/you`,
    `chown -R 1000:1000 ${target}/home/you`,
    `exec chroot --userspec=1000:1000 ${target} /usr/bin/env -i ${settings.map(quote).join(' ')} \
/bin/bash --norc --noprofile -i -c ${quote(begin)} bash`,
  ].join('\n');
}

/** A shell on the machine. `run` one command at a time; `close` when done. */
export class Sandbox {
  readonly #mark = `\u001e${randomUUID()}\u001e`;
  readonly #child: ChildProcess;
  readonly #commands: Writable;
  #chunks: Chunk[] = [];
  #report = '';
  #prompt = '';
  #cwd = '';
  #wake: () => void = () => {};

  private constructor(machine: string, network: Network, daemons: Daemons | undefined) {
    const apart = network === 'none' ? ['--net'] : [];
    this.#child = spawn(
      'unshare',
      [...apart, '--mount', '--fork', '--kill-child', 'bash', '-c', enter(machine, this.#mark, daemons)],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
      },
    );
    const [, out, err, report, commands] = this.#child.stdio as [null, Readable, Readable, Readable, Writable];
    this.#commands = commands;
    const collect = (stream: 'out' | 'err') => (text: string) => {
      this.#chunks.push({ stream, text });
      this.#wake();
    };
    out.setEncoding('utf8').on('data', collect('out'));
    err.setEncoding('utf8').on('data', collect('err'));
    report.setEncoding('utf8').on('data', (text: string) => {
      this.#report += text;
      this.#wake();
    });
    this.#child.on('exit', () => this.#wake());
  }

  /** Enters the machine, with the daemons of an engine if any; resolves when its shell waits for the first command. */
  static async open(machine: string, network: Network, daemons?: Daemons): Promise<Sandbox> {
    const sandbox = new Sandbox(machine, network, daemons);
    await sandbox.#until(() => sandbox.#hasEnded(), 'entering the machine');
    const { cwd, prompt } = sandbox.#takeReport();
    sandbox.#cwd = cwd;
    sandbox.#prompt = prompt;
    return sandbox;
  }

  /** The mark has come on both streams, and the report. */
  #hasEnded(): boolean {
    const marked = (stream: 'out' | 'err') => this.#written(stream).endsWith(this.#mark);
    return marked('out') && marked('err') && this.#report.split('\0').length > 3;
  }

  #written(stream: 'out' | 'err'): string {
    return this.#chunks
      .filter((chunk) => chunk.stream === stream)
      .map(({ text }) => text)
      .join('');
  }

  async #until(done: () => boolean, what: string): Promise<void> {
    const limit = Date.now() + stepTimeLimit;
    while (!done()) {
      if (this.#child.exitCode !== null) throw new Error(`The shell ended at: ${what}\n${this.#written('err')}`);
      if (Date.now() > limit) throw new Error(`No end after ${stepTimeLimit / 1000} s: ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  #takeReport(): { exit: number; cwd: string; prompt: string } {
    const [exit = '', cwd = '', prompt = ''] = this.#report.split('\0');
    this.#report = '';
    return { exit: Number(exit), cwd, prompt };
  }

  /** Runs one command (several lines are fine) in the session's shell. */
  async run(command: string): Promise<Outcome> {
    this.#chunks = [];
    this.#commands.write(`${command}\0`);
    await this.#until(() => this.#hasEnded(), command);
    const { exit, cwd, prompt } = this.#takeReport();
    const outcome = { prompt: this.#prompt, cwd: this.#cwd, chunks: this.#withoutMark(), exit };
    this.#prompt = prompt;
    this.#cwd = cwd;
    return outcome;
  }

  #withoutMark(): readonly Chunk[] {
    const left = { out: this.#mark.length, err: this.#mark.length };
    const kept: Chunk[] = [];
    for (const { stream, text } of this.#chunks.toReversed()) {
      const cut = Math.min(left[stream], text.length);
      left[stream] -= cut;
      if (text.length > cut) kept.unshift({ stream, text: text.slice(0, text.length - cut) });
    }
    return kept;
  }

  close(): void {
    this.#commands.end();
  }
}
