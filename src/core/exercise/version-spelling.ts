/**
 * One spelling for a version (packaging.python.org, version specifiers, "Normalization" and "Parsing version strings with
 * regular expressions"): for comparing typed text only. Much smaller than the reader in core/python, as it goes to every lecture
 * page; a test holds the two together.
 */
const segments = [
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)/, // epoch, release
  /(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?/, // pre-release
  /(?:-(\d+)|[-_.]?(?:post|rev|r)[-_.]?(\d*))?/, // post-release, `-1` or in words
  /(?:[-_.]?dev[-_.]?(\d*))?/,
  /(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/, // local
];

/** `007` → `7`, nothing → `0`, whatever the length. */
const number = (digits: string): string => digits.replace(/^0+(?=\d)/, '') || '0';

/** alpha → a, beta → b; c, pre and preview → rc. */
const preSpelling = (word: string): string => (/^[ab]/.test(word) ? word.charAt(0) : 'rc');

/** A part with its number normalised, or nothing where the version has none. */
const part = (before: string, digits: string | undefined): string =>
  digits === undefined ? '' : before + number(digits);

/**
 * Takes a version in any spelling that the standard admits, returns its normal form, or undefined when it is no version.
 * Zeros at the end of the release segment stay, as they do in the standard.
 *
 * @example normaliseVersion('v1.0-RC.1') // '1.0rc1'
 */
export function normaliseVersion(text: string): string | undefined {
  const pattern = new RegExp(segments.map((segment) => segment.source).join(''));
  const parts = pattern.exec(text.trim().toLowerCase());
  if (!parts) return undefined;
  const [, epoch, release = '', pre = '', preNumber, dash, post, dev, local] = parts;
  const epochNumber = number(epoch ?? '');
  return [
    epochNumber === '0' ? '' : `${epochNumber}!`, // 0!1.0 is 1.0
    release.split('.').map(number).join('.'), // 24.04 is 24.4
    part(preSpelling(pre), preNumber), // 1.0alpha is 1.0a0
    part('.post', dash ?? post), // 1.0-1 and 1.0rev1 are 1.0.post1
    part('.dev', dev),
    local
      ? `+${local
          .split(/[-_.]/)
          .map((word) => (/\D/.test(word) ? word : number(word)))
          .join('.')}`
      : '',
  ].join('');
}
