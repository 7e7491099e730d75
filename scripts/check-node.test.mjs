import { describe, expect, it } from 'vitest';
import { nodeProblem } from './check-node.mjs';

describe('the Node that runs', () => {
  it.each([
    ['v24.2.0', '24.2'],
    ['v24.21.0', '24.2'],
    ['v25.0.0', '24.2'],
  ])('%s is good enough where %s is wanted', (version, wanted) => {
    expect(nodeProblem({ version, wanted, brought: false })).toBeUndefined();
  });

  it('that is too old is told to use the one that the project brought', () => {
    expect(nodeProblem({ version: 'v20.20.2', wanted: '24.2', brought: true })).toBe(
      'This is Node v20.20.2, and Shipshape needs 24.2 or newer. The project\'s own Node is installed: start things by "npm run …", "npm test" or "npm start", which use it.',
    );
  });

  it('that is too old, with no other brought, is told that an install script did not run', () => {
    expect(nodeProblem({ version: 'v24.1.0', wanted: '24.2', brought: false })).toBe(
      'This is Node v24.1.0, and Shipshape needs 24.2 or newer. The project brings its own in the package "node", but npm did not run that package\'s install script. Allow scripts (npm config delete ignore-scripts), run "npm ci" again; or install a newer Node yourself.',
    );
  });
});
