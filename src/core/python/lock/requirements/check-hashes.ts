// Hash-checking mode: pip's documentation, "Secure installs", "Hash-checking Mode". All or nothing: one hash in the file, and
// every requirement needs one and must be pinned.
import { type Problem, problemAt } from '../../problem';
import type { Requirement } from '../../requirement';
import type { RequirementsFile, RequirementsLine } from './requirements-file';

type InstallLine = Extract<RequirementsLine, { kind: 'install' }>;

/**
 * What keeps a file from being installed with hashes checked ("Hash-checking Mode"); nothing while the file doesn't ask for
 * it, by a hash, by `--require-hashes` or by `isRequired`, as from the command line.
 *
 * Problems: `requirements/hash-missing`, `requirements/not-pinned`, `requirements/unhashable`.
 *
 * @example checkHashes(parseRequirementsFile('six==1.16.0').value, true).map((problem) => problem.code) // → ['requirements/hash-missing']
 */
export function checkHashes(file: RequirementsFile, isRequired = false): readonly Problem[] {
  if (!isRequired && !asksForHashes(file)) return [];
  return file.lines.flatMap((line) => (line.kind === 'install' ? (lineProblem(line) ?? []) : []));
}

/**
 * Whether the file turns hash-checking mode on ("Hash-checking Mode").
 *
 * @example asksForHashes(parseRequirementsFile('--require-hashes').value) // → true
 */
export function asksForHashes(file: RequirementsFile): boolean {
  return file.lines.some((line) =>
    line.kind === 'install' ? line.hashes.length > 0 : line.options.some(({ option }) => option === '--require-hashes'),
  );
}

function lineProblem(line: InstallLine): Problem | undefined {
  const { target, at, hashes } = line;
  const refuse = (code: string, message: string) => problemAt(code, at.start, at.end, message);
  const url = urlOf(line);
  if (url !== undefined && /^(?:bzr|git|hg|svn)\+/i.test(url)) {
    return refuse(
      'requirements/unhashable',
      'A repository has no hash that could be checked: name an archive or a release instead.',
    );
  }
  if (line.isEditable || (target.kind === 'path' && !/\.[A-Za-z0-9]+$/.test(target.path))) {
    return refuse(
      'requirements/unhashable',
      'A folder has no hash that could be checked: install it in a command of its own, with --no-deps.',
    );
  }
  if (target.kind === 'requirement' && target.requirement.url === undefined && !isPinned(target.requirement)) {
    const { name } = target.requirement;
    return refuse(
      'requirements/not-pinned',
      `With hashes every version is pinned: write ${name}==, the version, and its hashes.`,
    );
  }
  if (hashes.length > 0 || (url !== undefined && hasHash(url))) return undefined;
  return refuse(
    'requirements/hash-missing',
    'This has no hash while others have: add --hash=sha256:… behind it, for every file that may be taken.',
  );
}

/** A hash in the fragment of a URL counts too, of the weak algorithms as well. */
function hasHash(url: string): boolean {
  const hash = url.indexOf('#');
  return hash !== -1 && /(?:^|&)(?:sha(?:1|224|256|384|512)|md5)=[0-9a-f]/.test(url.slice(hash + 1));
}

function urlOf({ target }: InstallLine): string | undefined {
  if (target.kind === 'url') return target.url;
  return target.kind === 'requirement' ? target.requirement.url : undefined;
}

/** One clause, `==` or `===`. pip lets `==1.*` through too, though it names many versions. */
function isPinned({ specifier }: Requirement): boolean {
  const [clause] = specifier.clauses;
  return specifier.clauses.length === 1 && (clause?.operator === '==' || clause?.operator === '===');
}
