// What of node-semver, the package that npm itself reads versions and ranges with, is used here; it brings no types.

declare module 'semver/functions/satisfies.js' {
  export default function satisfies(version: string, range: string, loose?: boolean): boolean;
}
declare module 'semver/functions/compare.js' {
  export default function compare(left: string, right: string, loose?: boolean): number;
}
declare module 'semver/functions/valid.js' {
  export default function valid(version: string): string | null;
}
declare module 'semver/functions/prerelease.js' {
  export default function prerelease(version: string): readonly (string | number)[] | null;
}
declare module 'semver/ranges/valid.js' {
  export default function validRange(range: string, loose?: boolean): string | null;
}
