// Every field’s example does what its documentation says: it parses, and it goes into the fields of the metadata that are named.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type FieldDoc,
  fieldDocs,
  formatMetadata,
  insertField,
  metadataOfProject,
  PROJECT_KEYS,
  parseMetadata,
  parsePyproject,
  parseToml,
  suggestKeys,
  wholeExample,
} from '../../index';

const documented = fieldDocs().map((doc) => ({ name: doc.path.join('.'), doc }));

/** A file with nothing but what a field’s example needs beside it. */
function fileWith(doc: FieldDoc): string {
  const start =
    '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "greeting"\n';
  const whole = doc.path.join('.') === 'project.dynamic' ? start : `${start}version = "0.1.0"\n`;
  return insertField(whole, doc.path)?.text ?? whole;
}

function metadataOf(text: string): ReadonlyMap<string, number> {
  const { value } = parsePyproject(text);
  const metadata =
    value?.project &&
    metadataOfProject(value.project, {
      readme: '# Greeting',
      licenseFiles: licenceFiles(value.project),
      metadataVersion: '2.5',
    });
  const written = (metadata && formatMetadata(metadata).text) ?? '';
  const names = (written.split('\n\n', 1)[0] ?? '').split('\n').map((line) => line.split(':', 1)[0] ?? '');
  const fields = new Map<string, number>();
  for (const name of names) fields.set(name, (fields.get(name) ?? 0) + 1);
  if (parseMetadata(written).value?.description !== undefined) fields.set('Description', 1);
  return fields;
}

/** What the patterns match in a project with a LICENSE. */
function licenceFiles({ licenseFiles }: { readonly licenseFiles: readonly string[] | undefined }): readonly string[] {
  return licenseFiles === undefined ? [] : ['LICENSE'];
}

describe('the documentation of fields', () => {
  it('has one for every key of [project], [build-system] and [dependency-groups], each once', () => {
    const names = documented.map(({ name }) => name);
    const wanted = [
      ...PROJECT_KEYS.map((key) => `project.${key}`),
      ...['project', 'project.dynamic', 'build-system', 'dependency-groups', 'dependency-groups.*'],
      ...['requires', 'build-backend', 'backend-path'].map((key) => `build-system.${key}`),
    ];
    expect(wanted.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(documented)('has an example of $name that parses, alone and in a project', ({ doc }) => {
    expect(parseToml(wholeExample(doc)).problems).toEqual([]);
    const { problems, warnings } = parsePyproject(fileWith(doc));
    expect([problems, warnings]).toEqual([[], []]);
  });

  it.each(documented.filter(({ name }) => name.startsWith('project.')))(
    'names the fields of the metadata into which $name goes',
    ({ doc, name }) => {
      const before = metadataOf('[project]\nname = "greeting"\nversion = "0.1.0"\n');
      const after = metadataOf(fileWith(doc));
      const added = [...after].filter(([field, count]) => count > (before.get(field) ?? 0)).map(([field]) => field);
      const isThere = name === 'project.name' || name === 'project.version';
      expect([...(isThere ? [...after.keys()].filter((field) => doc.metadata.includes(field)) : added)].sort()).toEqual(
        [...doc.metadata].sort(),
      );
    },
  );

  it('is small enough to come with an editor: 8 kB gzip at most', () => {
    expect(gzipSync(JSON.stringify(fieldDocs())).length).toBeLessThan(8192);
  });

  it('is in plain sentences, and each section has an address', () => {
    const texts = documented.flatMap(({ name, doc }) => [doc.what, doc.without].map((text) => ({ name, text })));
    expect(
      texts.filter(
        ({ text }) =>
          !/[.”]$/.test(text) ||
          /['"`]/.test(text.replace(/\{[^}]*\}|\[[^\]]*\]|"[\w.]*"|`[^`]*`|__version__ = "[^"]*"/g, '')),
      ),
    ).toEqual([]);
    expect(documented.filter(({ doc }) => !/^https:\/\/[\w./#-]+$/.test(doc.section.address))).toEqual([]);
  });
});

describe('a field that is added', () => {
  const HEAD = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';

  it.each([
    ['', ['project'], '[project]\nname = "greeting"\nversion = "0.1.0"\n'],
    ['', ['project', 'name'], '[project]\nname = "greeting"\n'],
    ['# mine\n', ['tool', 'mypy'], '# mine\n\n[tool.mypy]\nstrict = true\n'],
    ['[project]\nname = "a"', ['project', 'license'], '[project]\nname = "a"\nlicense = "MIT"\n'],
    [
      '[project]\nname = "a" # mine\n\n# next\n[tool.x]\n',
      ['project', 'license'],
      '[project]\nname = "a" # mine\nlicense = "MIT"\n\n# next\n[tool.x]\n',
    ],
    [
      '[project]\nname = "a"\n\n[tool.x]\n',
      ['project', 'urls'],
      '[project]\nname = "a"\n\n[project.urls]\nHomepage = "https://example.org"\n\n[tool.x]\n',
    ],
    ['[project]\nname = "a"\n', ['build-system'], `${HEAD}\n[project]\nname = "a"\n`],
    ['project.name = "a"\n', ['build-system'], `project.name = "a"\n\n${HEAD}`],
    ['project.name = "a"\n[tool.x]', ['project', 'license'], 'project.name = "a"\nproject.license = "MIT"\n[tool.x]'],
    [
      '# mine\n[project.urls]\na = "b:"\n',
      ['project'],
      '# mine\n[project]\nname = "greeting"\nversion = "0.1.0"\n\n[project.urls]\na = "b:"\n',
    ],
    ['[project.urls]\na = "b:"\n', ['project', 'name'], '[project]\nname = "greeting"\n\n[project.urls]\na = "b:"\n'],
    ['[project]\r\nname = "a"\r\n', ['project', 'license'], '[project]\r\nname = "a"\r\nlicense = "MIT"\r\n'],
    [
      '[project]\ndependencies = [\n  "a"\n',
      ['project', 'license'],
      '[project]\ndependencies = [\n  "a"\nlicense = "MIT"\n',
    ],
    [
      '[project.scripts]\na = "b:c"\n',
      ['project', 'scripts', '*'],
      '[project.scripts]\na = "b:c"\ngreet = "greeting.__main__:main"\n',
    ],
    [
      '[tool.hatch]\nversion.source = "x"\n',
      ['tool', 'hatch', 'version', 'path'],
      '[tool.hatch]\nversion.source = "x"\nversion.path = "src/greeting/__init__.py"\n',
    ],
    ['[project]\nname = "a"\n', ['project', 'name'], undefined],
    ['[project]\nscripts = {a = "b:c"}\n', ['project', 'scripts'], undefined],
    ['project = {name = "a"}\n', ['project', 'license'], undefined],
    ['[[project]]\nname = "a"\n', ['project', 'license'], undefined],
    ['[tool.hatch]\nversion.path = "x"\n', ['tool', 'hatch', 'version'], undefined],
    ['', ['project', 'nonsense'], undefined],
  ])('to %j, by the path %j', (text, path, expected) => {
    expect(insertField(text, path)?.text).toBe(expected);
  });

  it('leaves everything else as it is, and says where it stands', () => {
    const text = `${HEAD}\n[project]\nname = "a"\n`;
    const added = insertField(text, ['project', 'readme']);
    const { start = 0, end = 0 } = added?.at ?? {};
    expect(added?.text.slice(start, end)).toBe('readme = "README.md"');
    expect(`${added?.text.slice(0, start - 1)}${added?.text.slice(end)}`).toBe(text);
  });
});

describe('the fields that are suggested', () => {
  const labels = (text: string, offset: number) => suggestKeys(text, offset).map(({ label }) => label);
  const PROJECT = '[project]\nname = "greeting"\ndynamic = ["version"]\n';

  it('are those of the table that aren’t there, and that contradict nothing', () => {
    expect(labels(PROJECT, 12)).toEqual([
      '[build-system]',
      'description',
      'readme',
      'requires-python',
      'license',
      'license-files',
      'dependencies',
      '[project.scripts]',
      '[project.optional-dependencies]',
      'authors',
      'maintainers',
      '[project.urls]',
      'keywords',
      'classifiers',
      '[project.gui-scripts]',
      '[project.entry-points."greeting.languages"]',
      'import-names',
      'import-namespaces',
    ]);
  });

  it('offer “dynamic” only while there is no version', () => {
    expect(labels('[project]\nname = "a"\n', 0)).toContain('dynamic');
    expect(labels('[project]\nversion = "1"\n', 0)).not.toContain('dynamic');
  });

  it('are tables above the first header: those of the backend that builds, and of tools', () => {
    const hatch = '\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n';
    const tables = ['[project]', '[dependency-groups]'];
    const tools = ['[tool.pytest]', '[tool.ruff]', '[tool.mypy]', '[tool.uv]'];
    expect(labels(hatch, 0)).toEqual([
      ...tables,
      '[tool.hatch.version]',
      '[tool.hatch.build.targets.wheel]',
      '[tool.hatch.build.targets.wheel.force-include]',
      '[tool.hatch.build.targets.sdist]',
      ...tools,
    ]);
    expect(labels('', 0)).toEqual([
      '[build-system]',
      ...tables,
      '[tool.setuptools]',
      '[tool.setuptools.packages.find]',
      '[tool.setuptools.package-data]',
      '[tool.setuptools.dynamic]',
      ...tools,
    ]);
    expect(labels(hatch.replace('hatchling.build', 'uv_build'), 0)).toContain('[tool.uv.build-backend]');
  });

  it('are another command in the table of commands, unless its name is taken', () => {
    expect(labels('[project.scripts]\nhello = "a:b"\n', 20)).toEqual(['[build-system]', '[project]', 'greet']);
    expect(labels('[project.scripts]\ngreet = "a:b"\n', 20)).toEqual(['[build-system]', '[project]']);
  });
});
