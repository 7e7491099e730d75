// The name of a file that a lock file lists: the one it gives, else the last part of the path, else of the URL
// (pylock.toml specification, "packages.wheels.name").

/** The file name, or `undefined` if neither the path nor the URL ends in one. */
export function lockedFilename(
  name: string | undefined,
  path: string | undefined,
  url: string | undefined,
): string | undefined {
  return name || nameInPath(path) || nameInUrl(url) || undefined;
}

/** Paths have slashes; backslashes separate too, as on Windows. */
function nameInPath(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Schemes whose last part may carry parameters after a semicolon (RFC 1808), which belong to no name. */
const WITH_PARAMETERS: ReadonlySet<string> = new Set([
  '',
  'ftp',
  'hdl',
  'http',
  'https',
  'mms',
  'prospero',
  'rtsp',
  'rtspu',
  'sftp',
  'shttp',
  'sip',
  'sips',
  'tel',
]);

/** The last part of a URL's path with its percent signs resolved; queries, fragments and parameters are left out. */
function nameInUrl(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  // As Python splits URLs: line ends and tabs are taken out first, blanks and control characters in front too.
  const clean = stripFront(url).replace(/[\t\r\n]/g, '');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(clean)?.[1];
  let rest = scheme === undefined ? clean : clean.slice(scheme.length + 1);
  if (rest.startsWith('//')) {
    const authority = rest.slice(2).search(/[/?#]/);
    rest = authority === -1 ? '' : rest.slice(authority + 2);
  }
  let path = rest.split('#', 1)[0]?.split('?', 1)[0] ?? '';
  if (WITH_PARAMETERS.has(scheme?.toLowerCase() ?? '')) {
    const semicolon = path.indexOf(';', Math.max(0, path.lastIndexOf('/')));
    if (semicolon !== -1) path = path.slice(0, semicolon);
  }
  return decodePercents(path.slice(path.lastIndexOf('/') + 1));
}

function stripFront(url: string): string {
  let start = 0;
  while (start < url.length && url.charCodeAt(start) <= 32) start++;
  return url.slice(start);
}

/** Percent signs with two hexadecimal digits, read as UTF-8; bytes that are none become the replacement character. */
export function decodePercents(text: string): string {
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) => {
    const bytes = run.slice(1).split('%');
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)),
    );
  });
}
