// Makes the machines that console blocks are recorded on: Debian root filesystems in a folder outside the repository.
//
//   node scripts/record/make-machine.ts                 all machines of content/versions.json (a minute)
//   node scripts/record/make-machine.ts debian-testing  one of them
//
// debian-13 has one Python, as Debian 13 brings it; debian-testing has three, side by side. Both have pip and venv from
// Debian and the course's uv, and little else; debian-docker has Debian's Docker Engine, and buildx where the builder was made before
// (`npm run record:docker -- machine`). Needs root, debootstrap and the Debian archive of content/versions.json.
// SHIPSHAPE_MACHINES says where (default /var/tmp/shipshape-machines). What exists is kept: delete it to start anew.

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildx } from './docker/machine.ts';
import { rootOf } from './sandbox.ts';
import { versionOf, versions } from './versions.ts';

const basic = ['python3', 'python3-venv', 'python3-pip', 'ca-certificates', 'less'];
const extra: Readonly<Record<string, readonly string[]>> = {
  'debian-docker': ['docker.io', 'docker-cli', 'containerd', 'runc'],
  'debian-testing': ['python3.13', 'python3.13-venv', 'python3.15', 'python3.15-venv'],
};

/** Where Debian's docker looks for its plugins. */
const plugins = '/usr/libexec/docker/cli-plugins';

const run = (command: string, args: readonly string[]) => {
  console.log(`$ ${command} ${args.join(' ')}`);
  execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, LC_ALL: 'C.UTF-8' } });
};

/** Lets programs inside reach the network as this machine does: its name servers and its certificates. */
function connect(root: string): void {
  copyFileSync('/etc/resolv.conf', `${root}/etc/resolv.conf`);
  const certificates = process.env['SSL_CERT_FILE'] ?? '/etc/ssl/certs/ca-certificates.crt';
  if (existsSync(certificates)) {
    writeFileSync(`${root}/etc/ssl/certs/ca-certificates.crt`, readFileSync(certificates));
  }
}

const asked = process.argv.slice(2);
for (const [machine, { suite }] of Object.entries(versions.machines)) {
  if (asked.length > 0 && !asked.includes(machine)) continue;
  const root = rootOf(machine);
  const inside = (script: string) => run('chroot', [root, '/bin/sh', '-euc', script]);
  mkdirSync(dirname(root), { recursive: true });
  if (!existsSync(`${root}/etc/debian_version`)) {
    const packages = [...basic, ...(extra[machine] ?? [])].join(',');
    run('debootstrap', [
      ...['--variant=minbase', '--components=main', `--include=${packages}`],
      // Every suite since jessie is made by debootstrap's script for sid; an older debootstrap doesn't know forky by name.
      ...[suite, root, versions.indexes.debian.archive, '/usr/share/debootstrap/scripts/sid'],
    ]);
  }
  connect(root);
  if (!existsSync(`${root}/opt/uv/bin/uv`)) {
    inside(`python3 -m venv /opt/uv && /opt/uv/bin/pip install --quiet uv==${versionOf('uv')}`);
  }
  inside('ln -sf /opt/uv/bin/uv /opt/uv/bin/uvx /usr/local/bin/');
  if (machine === 'debian-docker' && existsSync(buildx)) {
    mkdirSync(`${root}${plugins}`, { recursive: true });
    copyFileSync(buildx, `${root}${plugins}/docker-buildx`);
  }
  inside('id you >/dev/null 2>&1 || useradd -m -s /bin/bash you');
}
