// The base image of console blocks about images. Docker Hub can't be reached where they are recorded, so `python:3.13-slim` is a
// stand-in: the files of the machine debian-13, with the pip of content/versions.json, the links that the real image has, and a
// folder of wheels in place of an index. What a block shows of it (its size, its layers) is the stand-in's, and the block says so.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootOf } from '../sandbox.ts';
import { versionOf } from '../versions.ts';
import type { BaseImages } from './base-images.ts';
import { machineFolder } from './machine.ts';

/** The requirements of the blocks; with all that they require they lie in the image's /wheels. */
const wheels = ['flask==3.1.2', 'pandas==2.3.3', 'requests==2.32.5', 'setuptools==83.0.0'];

/** What `docker history` says of its layer. */
const layer = '(stand-in for python:3.13-slim)';

const folder = join(machineFolder, 'console-bases');

/** What a block says of it. */
export const standIn =
  'The image python:3.13-slim is a stand-in there: Debian 13 with Python 3.13, pip and a folder of wheels in place of an index.';

/** Brings it into the builder, so that no block shows its unpacking. */
export const pullStandIn =
  "printf 'FROM python:3.13-slim\\nRUN true\\n' | docker build --quiet --output type=cacheonly - >/dev/null 2>&1";

/** The list of the base images, for the builder's registry. */
export const consoleBases = join(folder, 'base-images.json');

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, LC_ALL: 'C.UTF-8' } });

const pipSettings = [
  '[global]',
  'no-index = true',
  'find-links = /wheels',
  'disable-pip-version-check = true',
  '',
].join('\n');

/** Makes the stand-in once, as root; `rm -r` its folder to make it anew. */
export function makeConsoleBases(): void {
  const archive = join(folder, 'python-slim.tar');
  if (existsSync(archive)) return;
  const root = join(folder, 'root');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  run('cp', ['-a', rootOf('debian-13'), root]);
  const inside = (script: string) => run('chroot', [root, '/bin/sh', '-euc', script]);
  inside('rm -f /usr/lib/python3.13/EXTERNALLY-MANAGED');
  inside(`python3 -m pip install --quiet --ignore-installed --root-user-action=ignore pip==${versionOf('pip')}`);
  inside(`pip download --quiet --dest /wheels ${wheels.join(' ')}`);
  inside('ln -sf /usr/bin/python3 /usr/local/bin/python');
  inside(
    'rm -rf /opt/* /home/* /tmp/* /root/.cache /var/cache/apt/* /var/lib/apt/lists/* /usr/share/doc /usr/share/man',
  );
  inside('find / -xdev -name __pycache__ -prune -exec rm -rf {} +');
  writeFileSync(join(root, 'etc/pip.conf'), pipSettings);
  writeFileSync(join(root, 'etc/resolv.conf'), '');
  const steady = ['--sort=name', '--mtime=2026-11-01', '--numeric-owner'];
  run('tar', [
    '-C',
    root,
    ...steady,
    '--exclude=./dev/*',
    '--exclude=./proc/*',
    '--exclude=./sys/*',
    '-cf',
    archive,
    '.',
  ]);
  rmSync(root, { recursive: true, force: true });
  const list: BaseImages = {
    images: {
      'python:3.13-slim': {
        v1: {
          layers: [layer],
          config: { Env: ['PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin'], Cmd: ['python3'] },
        },
      },
    },
    layers: {},
    archives: { [layer]: archive },
    binaries: {},
  };
  writeFileSync(consoleBases, JSON.stringify(list, null, 2));
}
