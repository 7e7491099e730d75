/**
 * One spelling for a version (packaging.python.org, version specifiers, "Normalization" and "Parsing version strings with
 * regular expressions"): for comparing typed text only, not for ordering versions.
 */
const pattern =
  /^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>\d*))?(?:-(?<implicitPost>\d+)|(?<post>[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*)))?(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const preSpelling: ReadonlyMap<string, string> = new Map([
  ['alpha', 'a'],
  ['beta', 'b'],
  ['c', 'rc'],
  ['pre', 'rc'],
  ['preview', 'rc'],
]);

/** `007` → `7`, nothing → `0`, whatever the length. */
const number = (digits: string | undefined): string => (digits ?? '').replace(/^0+(?=\d)/, '') || '0';

/**
 * Takes a version in any spelling that the standard admits, returns its normal form, or undefined when it is no version.
 * Zeros at the end of the release segment stay, as they do in the standard.
 *
 * @example normaliseVersion('v1.0-RC.1') // '1.0rc1'
 */
export function normaliseVersion(text: string): string | undefined {
  const parts = pattern.exec(text.trim().toLowerCase())?.groups;
  if (!parts) return undefined;
  const { epoch, release = '', pre, preNumber, implicitPost, post, postNumber, dev, devNumber, local } = parts;
  const isNumber = /^\d+$/;
  return [
    epoch && number(epoch) !== '0' ? `${number(epoch)}!` : '', // 0!1.0 is 1.0
    release.split('.').map(number).join('.'), // 24.04 is 24.4
    pre ? `${preSpelling.get(pre) ?? pre}${number(preNumber)}` : '', // 1.0alpha is 1.0a0
    implicitPost ? `.post${number(implicitPost)}` : '', // 1.0-1 is 1.0.post1
    post ? `.post${number(postNumber)}` : '', // 1.0rev2 is 1.0.post2
    dev ? `.dev${number(devNumber)}` : '',
    local
      ? `+${local
          .split(/[-_.]/)
          .map((part) => (isNumber.test(part) ? number(part) : part))
          .join('.')}`
      : '',
  ].join('');
}
