/** The same with the real tools: the patient’s files as they are now in a temporary folder, built, installed and run there. */
import type { RealCheck } from '@/figures/frame/model';
import { quoted } from '@/figures/lookup/shell-script';
import type { ClinicScene } from './scenario';
import { type ClinicState, filesOf } from './state';

const END = 'END_OF_FILE';

export function realCheck(scene: ClinicScene, state: ClinicState): RealCheck {
  const folders = new Set<string>();
  const lines = [...filesOf(scene, state, state.patient)].flatMap(([path, text]) => {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
    const make = folder === '' || folders.has(folder) ? [] : [`mkdir -p ${quoted(folder)}`];
    folders.add(folder);
    return [...make, ...written(path, text)];
  });
  return {
    says: [
      'In a terminal with Python 3.10 or newer and, if you have it, uv. It writes the files into a temporary folder, builds and installs them there in environments of their own, runs ',
      { code: scene.scenario.command },
      ' and removes everything. It fetches the backend from your index.',
    ],
    script: [
      '(',
      'd=$(mktemp -d) && mkdir "$d/project" && cd "$d/project" || exit',
      `trap 'rm -rf "$d"' EXIT`,
      ...lines,
      'echo "--- pip"',
      'python3 -m venv "$d/pip" && "$d/pip/bin/python" -m pip install --quiet --disable-pip-version-check . &&',
      `  "$d/pip/bin/${scene.scenario.command}" Ada`,
      'command -v uv >/dev/null || exit 0',
      'echo "--- uv"',
      'uv build --wheel --out-dir "$d/dist" && uv venv --quiet "$d/uv" &&',
      '  uv pip install --quiet --python "$d/uv/bin/python" "$d"/dist/*.whl &&',
      `  "$d/uv/bin/${scene.scenario.command}" Ada`,
      ')',
    ].join('\n'),
  };
}

/** A file by a here-document; a text without a line end at its end goes through printf. */
function written(path: string, text: string): readonly string[] {
  if (text === '') return [`: > ${quoted(path)}`];
  const body = text.replace(/\n$/, '');
  if (body === text || body.split('\n').includes(END)) return [`printf %s ${quoted(text)} > ${quoted(path)}`];
  return [`cat > ${quoted(path)} <<'${END}'`, body, END];
}
