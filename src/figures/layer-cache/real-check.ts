/** The same with the real builder: the project laid out in a folder of its own, and built as often as here. */

import type { RealCheck } from '@/figures/frame/model';
import { quoted, written } from '@/figures/lookup/shell-script';
import { sameFile } from './files-now';
import { dockerfileOf, type FileNow, type ProjectScene, type Setup } from './scenario';
import type { LayerState } from './state';

export function realCheck(scene: ProjectScene, { builds, now }: LayerState): RealCheck {
  const lines = ['d=$(mktemp -d) && cd "$d" || exit', `trap 'rm -rf "$d"' EXIT`];
  let before: Setup | undefined;
  for (const [at, setup] of [...builds, now].entries()) {
    const isLast = at === builds.length;
    lines.push('', isLast ? '# The build that is shown.' : `# Build ${at + 1}.`);
    lines.push(...changes(scene, before, setup), buildLine(scene, setup));
    before = setup;
  }
  return {
    says: [
      'In a terminal with Docker (BuildKit, as it comes since Docker Engine 23). It works in a temporary folder, fetches the base image and the packages, and leaves an image and a cache: ',
      { code: 'docker builder prune' },
      ' clears the cache. Steps that were cached say ',
      { code: 'CACHED' },
      '.',
    ],
    script: lines.join('\n'),
  };
}

function changes(scene: ProjectScene, before: Setup | undefined, now: Setup): readonly string[] {
  const lines: string[] = [];
  const text = dockerfileOf(scene.scenario, now);
  if (before === undefined || dockerfileOf(scene.scenario, before) !== text) lines.push(...written('Dockerfile', text));
  for (const path of before?.files.keys() ?? []) if (!now.files.has(path)) lines.push(`rm ${quoted(path)}`);
  for (const [path, file] of now.files) {
    const old = before?.files.get(path);
    if (!sameFile(old, file)) lines.push(...fileLines(path, old, file));
  }
  return lines;
}

function fileLines(path: string, old: FileNow | undefined, now: FileNow): readonly string[] {
  const lines: string[] = [];
  const isNew = old === undefined || old.text !== now.text || old.size !== now.size || old.lines > now.lines;
  const folder = path.includes('/') ? [`mkdir -p ${quoted(path.slice(0, path.lastIndexOf('/')))}`] : [];
  if (isNew && now.text !== undefined) lines.push(...folder, ...written(path, now.text + '\n'.repeat(now.lines)));
  else if (isNew) lines.push(...folder, `head -c ${now.size + now.lines} /dev/zero | tr '\\0' . > ${quoted(path)}`);
  else if (old.lines < now.lines) {
    const added =
      now.text === undefined ? `'${'.'.repeat(now.lines - old.lines)}'` : `'${'\\n'.repeat(now.lines - old.lines)}'`;
    lines.push(`printf ${added} >> ${quoted(path)}`);
  } else if (old.touched !== now.touched) lines.push(`touch ${quoted(path)}`);
  if (isNew || old.mode !== now.mode) lines.push(`chmod ${now.mode} ${quoted(path)}`);
  return lines;
}

function buildLine({ scenario }: ProjectScene, setup: Setup): string {
  const given = [...setup.arguments].map(([name, value]) => `--build-arg ${quoted(`${name}=${value}`)}`);
  const secrets = scenario.secrets.map((id) => `--secret id=${quoted(id)},src=/etc/hostname`);
  const options = [
    ...given,
    ...secrets,
    ...(setup.target === undefined ? [] : [`--target ${quoted(setup.target)}`]),
    ...(setup.ignoresCache ? ['--no-cache'] : []),
  ];
  return ['docker build --progress=plain -t shipshape-check', ...options, '.'].join(' ');
}
