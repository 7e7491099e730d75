/** The same with the real tools: the project laid out in a folder of its own, built by build, installed by pip, and its command started. */
import type { RealCheck } from '@/figures/frame/model';
import { quoted, written } from '@/figures/lookup/shell-script';
import versions from '~content/versions.json';
import type { Files } from './files';
import type { BuilderScene } from './scenario';
import type { BuilderState } from './state';

const { build, pip } = versions.tools;

export function realCheck(_: BuilderScene, state: BuilderState): RealCheck {
  const { now, built, installed, ran, target } = state;
  const kind = built?.kind ?? target;
  const isEditable = (installed?.how ?? kind) === 'editable';
  const lines = [
    '(',
    'd=$(mktemp -d) && mkdir "$d/greeting" && cd "$d/greeting" || exit',
    `trap 'rm -rf "$d"' EXIT`,
    ...layOut(built?.files ?? now),
    '',
    'python3 -m venv "$d/env"',
    `"$d/env/bin/pip" install --quiet build==${build.version} pip==${pip.version}`,
    ...(isEditable
      ? ['"$d/env/bin/pip" install --editable .']
      : [
          `"$d/env/bin/python" -m build --${kind === 'sdist' ? 'sdist' : 'wheel'} --outdir "$d/dist" .`,
          kind === 'sdist' ? 'tar -tzf "$d"/dist/*.tar.gz' : 'python3 -m zipfile -l "$d"/dist/*.whl',
        ]),
  ];
  if (installed !== undefined && !isEditable) lines.push('"$d/env/bin/pip" install "$d"/dist/*');
  if (installed !== undefined) lines.push(`PATH="$d/env/bin:$PATH" ${commandLine(ran?.command ?? 'python --version')}`);
  lines.push(')');
  return {
    says: [
      'In a terminal with Python 3.10 or newer. It works in a temporary folder, fetches build and the backend from the index, and leaves nothing.',
    ],
    script: lines.join('\n'),
  };
}

/** A command of the figure is a name, or Python with a module; a stranger’s is a word in quotes. */
function commandLine(command: string): string {
  return /^python -(?:m [\w.]+|c "import [\w.]+"|-version)$/.test(command) ? command : quoted(command);
}

function layOut(files: Files): readonly string[] {
  const folders = new Set(
    [...files.keys()].flatMap((path) => (path.includes('/') ? [path.slice(0, path.lastIndexOf('/'))] : [])),
  );
  return [
    ...(folders.size === 0 ? [] : [`mkdir -p ${[...folders].map(quoted).join(' ')}`]),
    ...[...files].flatMap(([path, text]) => written(path, text)),
  ];
}
