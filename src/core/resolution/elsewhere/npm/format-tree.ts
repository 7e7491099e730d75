// npm's answer as lines: each place with the version that stands there, or the link, as package-lock.json has them.
import type { NpmInstalled } from './ideal-tree';

export function formatTree(packages: readonly NpmInstalled[]): readonly string[] {
  return packages.map(({ location, version, linksTo }) => `${location} ${linksTo ? `-> ${linksTo}` : version}`);
}
