// `[tool.uv.build-backend]`: uv_build’s settings, "build-backend" of uv’s settings reference.
import { docsOfTable } from '../field-doc';

export const UV_BUILD_DOCS = /* @__PURE__ */ docsOfTable(
  ['tool', 'uv', 'build-backend'],
  'https://docs.astral.sh/uv/reference/settings/#build-backend',
  [
    {
      key: '',
      what: 'Settings of uv’s backend, uv_build. Other backends don’t read them, also when uv builds.',
      form: 'a table',
      example: '[tool.uv.build-backend]\nmodule-name = "greeting"',
      without: 'The module is src/greeting/, by the project’s name with “_” for “-” and “.”.',
      section: ['build-backend', ''],
    },
    {
      key: 'module-name',
      what: 'The folder of the module, where it isn’t called like the project. It may be dotted, for a namespace, or a list.',
      form: 'a module name, or a list of them',
      example: 'module-name = "greeting"',
      without: 'The project’s name, with “_” for “-” and “.”.',
      section: ['module-name', '_module-name'],
    },
    {
      key: 'module-root',
      what: 'The folder in which the module’s folder lies: "src", or "" for a flat layout.',
      form: 'a folder',
      example: 'module-root = ""',
      without: 'It is "src".',
      section: ['module-root', '_module-root'],
    },
    {
      key: 'source-include',
      what: 'Patterns for files that go into the sdist beside pyproject.toml, readme, licence and module.',
      form: 'a list of glob patterns',
      example: 'source-include = ["tests/**"]',
      without: 'Tests and documentation stay out of the sdist.',
      section: ['source-include', '_source-include'],
    },
    {
      key: 'source-exclude',
      what: 'Patterns for files that go into no distribution.',
      form: 'a list of glob patterns',
      example: 'source-exclude = ["*.bak"]',
      without: 'Only __pycache__ and compiled files are left out.',
      section: ['source-exclude', '_source-exclude'],
    },
    {
      key: 'wheel-exclude',
      what: 'Patterns for files of the module that go into the sdist and not into the wheel.',
      form: 'a list of glob patterns',
      example: 'wheel-exclude = ["src/greeting/testing/**"]',
      without: 'The whole module goes into the wheel.',
      section: ['wheel-exclude', '_wheel-exclude'],
    },
    {
      key: 'data',
      what: 'Folders whose contents are installed outside of the module: scripts, headers, or over the environment’s root. Data of the module belongs into its folder.',
      form: 'a table: scripts, data, headers, purelib or platlib, and a folder',
      example: 'data = {scripts = "bin"}',
      without: 'Everything is installed with the module.',
      section: ['data', '_data'],
    },
  ],
);
