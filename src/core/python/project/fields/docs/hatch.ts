// `[tool.hatch]`: hatchling’s own tables, "Build configuration", "Wheel builder" and "Versioning" of Hatch’s documentation.
import { docsOfTable, type FieldDoc } from '../field-doc';

const VERSION = /* @__PURE__ */ docsOfTable(['tool', 'hatch', 'version'], 'https://hatch.pypa.io/latest/version/#', [
  {
    key: '',
    what: 'Where hatchling finds a version that is dynamic. The table is hatch’s: [tool.hatchling] is read by nobody.',
    form: 'a table',
    example: '[tool.hatch.version]\npath = "src/greeting/__init__.py"',
    without: 'A dynamic version stops the build: “Missing `tool.hatch.version` configuration”.',
    section: ['Versioning, Configuration', 'configuration'],
  },
  {
    key: 'path',
    what: 'The file that holds the version, in a line such as __version__ = "0.1.0". It is read, not run.',
    form: 'a path in the project',
    example: 'path = "src/greeting/__init__.py"',
    without: 'With the usual source, regex, the build stops.',
    section: ['Versioning, Configuration', 'configuration'],
  },
]);

const WHEEL = /* @__PURE__ */ docsOfTable(
  ['tool', 'hatch', 'build', 'targets', 'wheel'],
  'https://hatch.pypa.io/latest/',
  [
    {
      key: '',
      what: 'Which files hatchling takes into the wheel, where its own choice isn’t the one you want.',
      form: 'a table',
      example: '[tool.hatch.build.targets.wheel]\npackages = ["src/greeting"]',
      without:
        'hatchling takes the package that is named like the project: greeting/, src/greeting/ or greeting.py; if there is none, the build stops.',
      section: ['Wheel builder, Default file selection', 'plugins/builder/wheel/#default-file-selection'],
    },
    {
      key: 'packages',
      what: 'Folders that go in as packages, under their last name: src/greeting becomes greeting.',
      form: 'a list of folders',
      example: 'packages = ["src/greeting"]',
      without: 'The package is looked for by the project’s name.',
      section: ['Build configuration, Packages', 'config/build/#packages'],
    },
    {
      key: 'include',
      what: 'Patterns as in .gitignore for the files to take, in place of hatchling’s own choice. Paths stay as they are, src/ too.',
      form: 'a list of patterns',
      example: 'include = ["greeting/**"]',
      without: 'hatchling’s own choice holds.',
      section: ['Build configuration, Patterns', 'config/build/#patterns'],
    },
    {
      key: 'exclude',
      what: 'Patterns as in .gitignore for files to leave out. They win over “include”.',
      form: 'a list of patterns',
      example: 'exclude = ["*.csv"]',
      without: 'Nothing is left out but what .gitignore names.',
      section: ['Build configuration, Patterns', 'config/build/#patterns'],
    },
    {
      key: 'only-include',
      what: 'The only paths that are looked at, files or folders, without patterns. They stay as they are, src/ too.',
      form: 'a list of paths',
      example: 'only-include = ["greeting"]',
      without: 'The whole project’s folder is looked through.',
      section: ['Build configuration, Explicit selection', 'config/build/#explicit-selection'],
    },
    {
      key: 'force-include',
      what: 'Files from anywhere, and the path that each gets in the wheel. They go in whatever the other keys say; a missing one stops the build.',
      form: 'a table: where it lies, and where it goes',
      example: '[tool.hatch.build.targets.wheel.force-include]\n"data/greetings.json" = "greeting/greetings.json"',
      without: 'What lies outside of the package stays outside.',
      section: ['Build configuration, Forced inclusion', 'config/build/#forced-inclusion'],
    },
    {
      key: 'sources',
      what: 'Parts of paths that are cut off or renamed on the way into the wheel.',
      form: 'a list of folders to cut off, or a table: a folder, and its new name',
      example: 'sources = ["src"]',
      without: 'Only what “packages” names loses its folder.',
      section: ['Build configuration, Rewriting paths', 'config/build/#rewriting-paths'],
    },
  ],
);

const SDIST = /* @__PURE__ */ docsOfTable(
  ['tool', 'hatch', 'build', 'targets', 'sdist'],
  'https://hatch.pypa.io/latest/',
  [
    {
      key: '',
      what: 'Which files hatchling takes into the sdist.',
      form: 'a table',
      example: '[tool.hatch.build.targets.sdist]\nexclude = ["/docs"]',
      without: 'Everything goes in that .gitignore doesn’t name.',
      section: ['Source distribution builder, Default file selection', 'plugins/builder/sdist/#default-file-selection'],
    },
    {
      key: 'include',
      what: 'Patterns as in .gitignore for the files to take.',
      form: 'a list of patterns',
      example: 'include = ["/src", "/tests"]',
      without: 'Everything is taken.',
      section: ['Build configuration, Patterns', 'config/build/#patterns'],
    },
    {
      key: 'exclude',
      what: 'Patterns as in .gitignore for files to leave out. They win over “include”.',
      form: 'a list of patterns',
      example: 'exclude = ["/docs"]',
      without: 'Nothing is left out but what .gitignore names.',
      section: ['Build configuration, Patterns', 'config/build/#patterns'],
    },
  ],
);

export const HATCH_DOCS: readonly FieldDoc[] = [...VERSION, ...WHEEL, ...SDIST];
