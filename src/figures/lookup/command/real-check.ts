/**
 * The command figure's lookup by a real bash: a script that lays the machine's commands out in a temporary folder, sets the shell
 * as activation leaves it, and asks `type` and `which`.
 */
import { folderOf, pathEntries, type Shell } from '@/core/workstation';
import type { RealCheck } from '@/figures/frame/model';
import { below, quoted, temporaryFolder, wrapped } from '../shell-script';
import { type CommandScene, shellIn } from './scene';
import type { CommandState } from './state';

export function realCheck(scene: CommandScene, state: CommandState): RealCheck {
  const { word, environment } = state;
  const { shell } = shellIn(scene, state);
  return {
    says: [
      'In a terminal with bash. It makes the folders in a temporary place, gives a bash of its own this PATH',
      environment === 'none' ? '' : ' and what activation leaves behind',
      ', asks ',
      { code: 'type' },
      ' and ',
      { code: 'which' },
      ', and removes them.',
    ],
    script: ["bash <<'END'", ...temporaryFolder, ...layOut(scene), ...ask(shell, word), 'END'].join('\n'),
  };
}

/** Makes what stands in folders of commands: files that can be run and files that can't, links, and folders that are empty. */
function layOut({ scenario, shell }: CommandScene): readonly string[] {
  const { executables, files, folders, links } = scenario.machine;
  const onPath = new Set(pathEntries(shell).map(({ absolute }) => absolute));
  const made = [...executables, ...files.filter((file) => onPath.has(folderOf(file)))];
  const homes = [...made, ...Object.keys(links)].map(folderOf).filter((folder) => folder !== '/');
  const all = new Set([...homes, ...folders.filter((folder) => onPath.has(folder)), shell.folder]);
  return [
    wrapped('mkdir -p', [...all].sort().map(below)),
    `${wrapped('for f in', made.map(quoted))}; do echo '#!/bin/sh' > "$d$f"; done`,
    wrapped('chmod +x', executables.map(below)),
    ...Object.entries(links).map(([path, target]) => {
      return `ln -s ${target.startsWith('/') ? below(target) : quoted(target)} ${below(path)}`;
    }),
  ];
}

/** Sets the shell, and asks. A bash of its own does it, which knows nothing of the reader's. */
function ask(shell: Shell, word: string): readonly string[] {
  const path = pathEntries(shell).map(({ written }) => (written.startsWith('/') ? `$d${written}` : written));
  const home = shell.variables.get('HOME')?.value ?? '/';
  return [
    `which=$(command -v which) bash=$(command -v bash)`,
    `cd ${below(shell.folder)}`,
    `cat > "$d/ask" <<'ASK'`,
    'shopt -s expand_aliases',
    ...[...shell.aliases].map(([name, text]) => `alias ${name}=${quoted(text)}`),
    ...[...shell.functions].map(([name, { kind, ...one }]) => {
      return `${name} () { ${kind === 'own' && 'body' in one ? one.body : ':'}; }`;
    }),
    ...[...shell.hashTable].map(([name, { file }]) => {
      return `hash -p ${file.startsWith('/') ? below(file) : quoted(file)} ${quoted(name)}`;
    }),
    `echo ${quoted(`$ type ${word}`)}; type ${quoted(word)}`,
    `echo ${quoted(`$ which ${word}`)}; "$which" ${quoted(word)}`,
    'ASK',
    `env -i d="$d" which="$which" HOME="$d"${quoted(home)} PATH="${path.join(':')}" "$bash" --norc --noprofile "$d/ask" 2>&1 | "$(command -v sed)" "s|$d/ask: line [0-9]*|bash|; s|$d||g"`,
  ];
}
