// Paths as hatchling writes them in its settings, and what becomes of them in an archive: `sources` takes a folder off or puts another in
// its place.

/** A path without “.”, “//” and what “..” takes back, and without “/” around it; “.” for the project’s folder. */
export function normalPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/') || '.';
}

/** From the beginning of a path to what stands there instead, in the order in which they are tried. */
export type Sources = readonly (readonly [from: string, to: string])[];

/** The path that a file has in the archive. */
export function distributionPath(path: string, sources: Sources): string {
  for (const [from, to] of sources) {
    if (from === '' || path.startsWith(from)) return to + path.slice(from.length);
  }
  return path;
}

/** The order in which several places are filled: those higher up first, then by path. */
export function sortedPlaces(map: ReadonlyMap<string, string>): readonly (readonly [from: string, to: string])[] {
  const places = [...map].map(([from, to]) => [normalPath(from), normalPath(to)] as const);
  const depth = (path: string) => path.split('/').length;
  const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
  return [...new Map(places)].sort(
    ([from, to], [otherFrom, otherTo]) =>
      depth(to) - depth(otherTo) || compare(to, otherTo) || compare(from, otherFrom),
  );
}
