/** The arithmetic of the next number by the real tool: `uv version --bump` on a pyproject.toml in a temporary folder. */
import { formatVersion } from '@/core/python';
import { uvCommand } from '@/core/versioning';
import type { RealCheck } from '@/figures/frame/model';
import type { BumpScene } from './scenario';
import { adviceOf, type BumpState, currentVersion } from './state';

export function realCheck(scene: BumpScene, state: BumpState): RealCheck {
  const current = formatVersion(currentVersion(scene, state));
  const ways = adviceOf(scene, state).ways.flatMap(({ next }) => (next === undefined ? [] : [next]));
  const write = `printf '[project]\\nname = "%s"\\nversion = "%s"\\n' ${scene.scenario.project} ${current} > pyproject.toml`;
  return {
    says: [
      'In a terminal with uv. It writes a ',
      { code: 'pyproject.toml' },
      ' in a temporary folder, has uv raise its version there, and removes it. uv counts; which number rises is for you to say.',
    ],
    script: [
      '(',
      'd=$(mktemp -d) && cd "$d" || exit',
      ...ways.flatMap((next) => [write, `${uvCommand(next)} --frozen --short`]),
      ...(ways.length === 0 ? [write, 'uv version --frozen --short'] : []),
      'cd / && rm -r "$d"',
      ')',
    ].join('\n'),
  };
}
