// The suite of lock files: whether a document is valid, the packages of those that are, the first error of the others.
import { formatVersion, isDirectPackage, type PylockPackage, parsePylock } from '../index';
import { answers, type Case, type Comparison, text } from './case';

export function pylock(given: Case): Comparison {
  const expected = answers(given, 'document');
  const { value, problems } = parsePylock(text(given.document));
  if (value !== undefined) return { expected, got: { valid: true, packages: value.packages.map(answerOf) } };
  const [first] = problems;
  const kind = first?.code.startsWith('toml/') ? 'toml' : (first?.code.slice('pylock/'.length) ?? null);
  return { expected, got: { valid: false, error: { kind, context: first?.path ?? null } } };
}

function answerOf({ name, version, source, ...locked }: PylockPackage) {
  const files = source.kind === 'distributions' ? [...source.wheels, ...(source.sdist ? [source.sdist] : [])] : [];
  return {
    name,
    version: version === undefined ? null : formatVersion(version),
    direct: isDirectPackage({ name, version, source, ...locked }),
    files: files.map(({ filename }) => filename),
  };
}
