// What of node-semver only the test of bumps uses; the package brings no types.

declare module 'semver/functions/inc.js' {
  export default function inc(version: string, release: 'major' | 'minor' | 'patch'): string | null;
}
