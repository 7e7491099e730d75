// What BuildKit refuses of a COPY or ADD once its variables are known, before anything runs: dockerfile2llb/convert_copy.go.
import { addSource } from './add-source';
import { cut } from './characters';
import { readFileMode } from './file-mode';
import type { Add, Copy } from './instruction';
import { quote } from './quote';

/** The builder’s sentence for an instruction whose words are expanded; undefined where it has none. */
export function copyingProblem(copying: Copy | Add): string | undefined {
  const { chown, chmod } = copying;
  if (copying.link && chown !== '' && isByName(chown)) {
    return `--chown=${chown}: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead`;
  }
  if (chmod !== '') {
    const mode = readFileMode(chmod);
    if ('problem' in mode) return mode.problem;
  }
  return (copying.kind === 'add' ? checksumProblem(copying) : undefined) ?? sourcesProblem(copying);
}

/** The first line of numbers counts only with --link: names can’t be looked up in a layer of its own. */
function isByName(chown: string): boolean {
  const [user, group = ''] = cut(chown, ':');
  return (user !== '' && !isId(user)) || (group !== '' && !isId(group));
}

function isId(text: string): boolean {
  return text === 'root' || (/^[-+]?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31);
}

function checksumProblem({ checksum, sources }: Add): string | undefined {
  if (checksum === '') return undefined;
  const [source] = sources;
  if (source === undefined || sources.length > 1) return "checksum can't be specified for multiple sources";
  const { kind } = { kind: 'path', ...addSource(source.text) };
  return kind === 'path' ? 'checksum requires HTTP(S) or Git sources' : undefined;
}

const DIGEST = /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+$/;
const DIGEST_LENGTHS = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** opencontainers/go-digest, `Parse`. */
function digestProblem(digest: string): string | undefined {
  if (!DIGEST.test(digest)) return 'invalid checksum digest format';
  const [algorithm, hex = ''] = cut(digest, ':');
  const length = DIGEST_LENGTHS.get(algorithm);
  if (length === undefined) return 'unsupported digest algorithm';
  if (hex.length !== length) return 'invalid checksum digest length';
  return /^[a-f0-9]+$/.test(hex) ? undefined : 'invalid checksum digest format';
}

function sourcesProblem(copying: Copy | Add): string | undefined {
  for (const { text } of copying.sources) {
    const source = addSource(text);
    if ('problem' in source) return source.problem;
    if (copying.kind === 'copy') {
      if (source.kind === 'git') return "source can't be a git ref for COPY";
      if (source.kind === 'url') return "source can't be a URL for COPY";
      continue;
    }
    if (source.kind === 'url' && copying.checksum !== '') {
      const problem = digestProblem(copying.checksum);
      if (problem !== undefined) return problem;
    }
    if (source.kind !== 'git') continue;
    const { keepGitDir, checksum } = source;
    if (copying.keepGitDir !== undefined && keepGitDir !== undefined && copying.keepGitDir !== keepGitDir) {
      return 'inconsistent keep-git-dir configuration';
    }
    if (copying.checksum !== '' && checksum !== '' && copying.checksum !== checksum) {
      return `checksum mismatch ${quote(copying.checksum)} != ${quote(checksum)}`;
    }
  }
  return undefined;
}
