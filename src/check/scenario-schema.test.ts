/** The published schema of scenario files, held against the reader and against the course's own files. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { parseToml, type TomlValue } from '@/core/python';
import { CARGO_KEYS, EXPECTED_KEYS, GO_KEYS, NPM_KEYS, parseScenario, SCENARIO_KEYS } from '@/core/resolution';

const schema = JSON.parse(readFileSync('public/schemas/resolver-scenario.json', 'utf8'));
const fits = z.fromJSONSchema(schema);

/** A document as JSON has it, which is what a schema speaks of. Numbers of TOML that JSON lacks don't occur. */
function plain(value: TomlValue): unknown {
  switch (value.kind) {
    case 'table':
      return Object.fromEntries([...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]));
    case 'array':
      return value.items.map(plain);
    case 'string':
    case 'boolean':
    case 'float':
      return value.value;
    case 'integer':
      return Number(value.value);
    default:
      return value.text;
  }
}

function accepts(text: string): boolean {
  const toml = parseToml(text).value;
  return toml !== undefined && fits.safeParse(plain(toml)).success;
}

describe('the published schema of scenarios', () => {
  it('has the keys that the reader has, table by table', () => {
    const { properties, $defs } = schema;
    const tables = {
      file: properties,
      root: properties.root.properties,
      package: properties.packages.additionalProperties.properties,
      release: $defs.release.properties,
      artifact: $defs.artifact.anyOf[1].properties,
      environment: properties.environment.properties,
      resolverOptions: properties.resolver_options.properties,
      expected: properties.expected.properties,
      shipshape: properties.shipshape.properties,
      fork: properties.shipshape.properties.expected_forks.items.properties,
    };
    const sorted = (keys: readonly string[]) => [...keys].sort();
    expect(
      Object.fromEntries(Object.entries(tables).map(([table, keys]) => [table, sorted(Object.keys(keys))])),
    ).toEqual(Object.fromEntries(Object.entries(SCENARIO_KEYS).map(([table, keys]) => [table, sorted(keys)])));
  });

  it('has the keys of other ecosystems’ tables', () => {
    const { npm, cargo, go } = schema.properties.shipshape.properties;
    const packages = npm.properties.packages.additionalProperties.properties;
    const tables = {
      npm: npm.properties,
      npmPackage: packages,
      npmTags: packages['dist-tags'].properties,
      npmVersion: packages.versions.additionalProperties.properties,
      cargo: cargo.properties,
      cargoVersion: cargo.properties.crates.additionalProperties.additionalProperties.properties,
      cargoDependency: schema.$defs.cargo_dependencies.additionalProperties.anyOf[1].properties,
      go: go.properties,
      goVersion: go.properties.modules.additionalProperties.additionalProperties.properties,
      expected: schema.$defs.expected_elsewhere.properties,
    };
    const keys = Object.entries(tables).map(([table, properties]) => [table, Object.keys(properties)]);
    expect(Object.fromEntries(keys)).toEqual({ ...NPM_KEYS, ...CARGO_KEYS, ...GO_KEYS, expected: EXPECTED_KEYS });
  });

  it.each(['resolver', 'elsewhere'])('takes every scenario of the course: %s', (name) => {
    const folder = `content/scenarios/${name}/`;
    const files = readdirSync(folder).filter((file) => file.endsWith('.toml'));
    expect(files.filter((file) => !accepts(readFileSync(folder + file, 'utf8')))).toEqual([]);
  });

  it.each([
    'root = 1',
    'root.requires = "a"',
    'root.surprise = 1',
    'root = {}\nsurprise = 1',
    'root = {}\nresolver_options.resolution = "newest"',
    'root = {}\nshipshape.prereleases = "yes"',
    'root = {}\nexpected = {}',
    'root = {}\npackages.a.versions."1".yanked = "yes"',
    'root = {}\nshipshape.bounds.steps = -1',
    'shipshape.ecosystem = "go"\nshipshape.go.requires = ["example.com/a v1.0.0"]',
    'shipshape.ecosystem = "cargo"\nshipshape.cargo.dependencies.a = 1',
    'shipshape.ecosystem = "npm"\nshipshape.npm.packages.a.versions."1.0.0".yanked = true',
  ])('refuses with the reader: %j', (text) => {
    expect([accepts(text), parseScenario(text).problems.length > 0]).toEqual([false, true]);
  });
});
