// A URL taken apart and put together as Python's `urllib.parse` does it (RFC 3986, "Syntax Components"): unlike the URL of
// browsers, it keeps what it doesn't know, such as `${TOKEN}` for a password. Only what direct-url.ts needs.

/** The five components. `network` is what stands between `//` and the path: user, password, host and port. */
export interface UrlParts {
  readonly scheme: string;
  readonly network: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Schemes whose URLs are written with `//` even if nothing follows it. */
const NETWORK_SCHEMES: readonly string[] =
  /* @__PURE__ */ 'ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp nfs git git+ssh ws wss'.split(
    ' ',
  );

/** Takes a URL apart, or gives `undefined` if the brackets of its host are wrong. */
export function splitUrl(url: string): UrlParts | undefined {
  let rest = trimControls(url).replace(/[\t\r\n]/g, '');
  let scheme = '';
  const colon = rest.indexOf(':');
  if (colon > 0 && /^[a-zA-Z][a-zA-Z0-9+.-]*$/.test(rest.slice(0, colon))) {
    scheme = rest.slice(0, colon).toLowerCase();
    rest = rest.slice(colon + 1);
  }
  let network = '';
  if (rest.startsWith('//')) {
    const end = rest.slice(2).search(/[/?#]/);
    network = end === -1 ? rest.slice(2) : rest.slice(2, end + 2);
    rest = rest.slice(network.length + 2);
    if (network.includes('[') !== network.includes(']')) return undefined;
  }
  const [beforeFragment, fragment] = cut(rest, '#');
  const [path, query] = cut(beforeFragment, '?');
  return { scheme, network, path, query, fragment };
}

/** Blanks and control characters at the beginning don't belong to a URL. */
function trimControls(url: string): string {
  let at = 0;
  while (at < url.length && url.charCodeAt(at) <= 32) at++;
  return url.slice(at);
}

function cut(text: string, at: string): readonly [string, string] {
  const place = text.indexOf(at);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}

/** Puts a URL together. An empty query or fragment leaves no `?` and no `#`. */
export function joinUrl({ scheme, network, path, query, fragment }: UrlParts): string {
  let url = path;
  if (network !== '' || (NETWORK_SCHEMES.includes(scheme) && !path.startsWith('//'))) {
    url = `//${network}${path !== '' && !path.startsWith('/') ? '/' : ''}${path}`;
  }
  if (scheme !== '') url = `${scheme}:${url}`;
  if (query !== '') url += `?${query}`;
  if (fragment !== '') url += `#${fragment}`;
  return url;
}
