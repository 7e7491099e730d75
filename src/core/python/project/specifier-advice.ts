// What was meant by version constraints in the notation of npm and Poetry, which PEP 440 doesn't have: `^1.2`, `~1.2`,
// `>=1.2.x`, `*`, `=1.2`. For the messages of requirements and specifiers in pyproject.toml.

/** The sentence for the first such notation in the text, or nothing. */
export function adviseSpecifier(text: string): string | undefined {
  return caretAdvice(text) ?? tildeAdvice(text) ?? wildcardAdvice(text) ?? starAdvice(text) ?? equalsAdvice(text);
}

const CARET = /\^ ?v?(\d{1,9}(?:\.\d{1,9}){0,5})/;
const TILDE = /~ ?v?(\d{1,9}(?:\.\d{1,9}){0,5})/;
const WILDCARD = /(===?|!=|~=|[<>]=?|) ?v?(\d{1,9}(?:\.\d{1,9}){0,5})\.[xX*]/;
const EQUALS = /(?:^|[^<>=!~])= ?v?(\d{1,9}(?:\.\d{1,9}){0,5})/;

/** `^1.2` lets everything through that leaves the first number which isn't zero as it is. */
function caretAdvice(text: string): string | undefined {
  const release = CARET.exec(text)?.[1];
  if (release === undefined) return undefined;
  const numbers = release.split('.').map(Number);
  const first = numbers.findIndex((number) => number > 0);
  const upper = nextRelease(numbers, first === -1 ? numbers.length - 1 : first);
  return `“^${release}” is notation of npm and Poetry: write >=${release},<${upper}.`;
}

function tildeAdvice(text: string): string | undefined {
  const release = TILDE.exec(text)?.[1];
  if (release === undefined) return undefined;
  const numbers = release.split('.').map(Number);
  const upper = nextRelease(numbers, Math.min(1, numbers.length - 1));
  return `“~${release}” is notation of npm and Poetry: write >=${release},<${upper}.`;
}

function wildcardAdvice(text: string): string | undefined {
  const [written, operator, release] = WILDCARD.exec(text) ?? [];
  if (written === undefined || release === undefined) return undefined;
  const mark = written.slice(-2);
  const upper = nextRelease(release.split('.').map(Number), 0);
  if (operator === '==' || operator === '!=') {
    return mark === '.*' ? undefined : `“${mark}” is notation of npm: write ${operator}${release}.*.`;
  }
  if (operator === '') return `A clause begins with an operator: write ==${release}.*.`;
  return `“${mark}” doesn’t go with ${operator}: write >=${release},<${upper}, or ~=${release.includes('.') ? release : `${release}.0`}.`;
}

function starAdvice(text: string): string | undefined {
  if (!/(?:^|[\s(])(?:[<>=!~]=?)? ?\*(?:$|[\s,;)])/.test(text)) return undefined;
  return 'Any version is meant by no clause at all: take the “*” out.';
}

function equalsAdvice(text: string): string | undefined {
  const release = EQUALS.exec(text)?.[1];
  return release === undefined ? undefined : `“=” is no operator: write ==${release}.`;
}

/** The release after all those that begin with the first numbers up to `at`. */
function nextRelease(numbers: readonly number[], at: number): string {
  return [...numbers.slice(0, at), (numbers[at] ?? 0) + 1].join('.');
}
