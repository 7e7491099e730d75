// Names of images (distribution/reference): `python`, `python:3.12-slim`, `ghcr.io/astral-sh/uv:0.9`, with a digest after `@`.

export type ReferenceProblem = { readonly kind: 'problem'; readonly message: string };

const NAME = /^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
const DOMAIN =
  /^(localhost|[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?)$/;

/** The full name: with the registry, `library/` and `:latest` where they are left out. @example fullReference('alpine') // → 'docker.io/library/alpine:latest' */
export function fullReference(text: string): string | ReferenceProblem {
  if (/^[0-9a-f]{64}$/.test(text)) {
    return problem(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  }
  const at = text.indexOf('@');
  const digest = at < 0 ? '' : text.slice(at);
  const beforeDigest = at < 0 ? text : text.slice(0, at);
  if (digest !== '' && !/^@[A-Za-z][A-Za-z0-9]*(?:[+._-][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/.test(digest)) {
    return problem('invalid reference format');
  }
  const slash = beforeDigest.indexOf('/');
  const first = slash < 0 ? '' : beforeDigest.slice(0, slash);
  const isDomain = first !== '' && (/[.:]/.test(first) || first === 'localhost' || first.toLowerCase() !== first);
  const domain = isDomain ? first : 'docker.io';
  const rest = isDomain ? beforeDigest.slice(slash + 1) : beforeDigest;
  const colon = rest.lastIndexOf(':');
  const hasTag = colon > rest.lastIndexOf('/');
  const path = hasTag ? rest.slice(0, colon) : rest;
  const tag = hasTag ? rest.slice(colon + 1) : digest === '' ? 'latest' : '';
  const full = domain === 'docker.io' && !path.includes('/') ? `library/${path}` : path;
  if (path.toLowerCase() !== path) {
    return problem(`invalid reference format: repository name (${full}) must be lowercase`);
  }
  if (!NAME.test(path) || !DOMAIN.test(domain)) return problem('invalid reference format');
  if (hasTag && !/^\w[\w.-]{0,127}$/.test(tag)) return problem('invalid reference format');
  return `${domain}/${full}${tag === '' ? '' : `:${tag}`}${digest}`;
}

/** The image that a name stands for in a catalog that has short or full names. */
export function findImage<Image>(catalog: ReadonlyMap<string, Image>, text: string): Image | undefined {
  const direct = catalog.get(text);
  if (direct !== undefined) return direct;
  const full = fullReference(text);
  if (typeof full !== 'string') return undefined;
  for (const [name, image] of catalog) if (fullReference(name) === full) return image;
  return undefined;
}

const problem = (message: string): ReferenceProblem => ({ kind: 'problem', message });
