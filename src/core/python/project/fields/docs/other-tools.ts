// `[tool]` and the tables of tools that don’t build: the pyproject.toml specification, "Arbitrary tool configuration".
import { docsOfTable } from '../field-doc';

export const TOOL_DOCS = /* @__PURE__ */ docsOfTable(['tool'], 'https://', [
  {
    key: '',
    what: 'Settings of tools, each in a table by its name on the index. The standard says nothing of what is in it: a misspelt table is read by nobody.',
    form: 'a table of tables',
    example: '[tool.ruff]\nline-length = 100',
    without: 'Every tool does as it does by itself.',
    section: [
      'Arbitrary tool configuration',
      'packaging.python.org/en/latest/specifications/pyproject-toml/#arbitrary-tool-configuration-the-tool-table',
    ],
  },
  {
    key: 'pytest',
    what: 'Settings of pytest, which runs the tests; it belongs to that tool. Before pytest 9 the table was [tool.pytest.ini_options] only.',
    form: 'a table',
    example: '[tool.pytest]\ntestpaths = ["tests"]',
    without: 'pytest looks for tests from the folder on in which it is started.',
    section: ['pytest, Configuration', 'docs.pytest.org/en/stable/reference/customize.html#pyproject-toml'],
  },
  {
    key: 'ruff',
    what: 'Settings of ruff, which checks and formats the code; it belongs to that tool.',
    form: 'a table',
    example: '[tool.ruff]\nline-length = 100',
    without: 'ruff’s own settings hold: lines of 88 characters.',
    section: ['Configuring Ruff', 'docs.astral.sh/ruff/configuration/'],
  },
  {
    key: 'mypy',
    what: 'Settings of mypy, which checks types; it belongs to that tool. Users of the package need py.typed in it to profit.',
    form: 'a table',
    example: '[tool.mypy]\nstrict = true',
    without: 'mypy’s own settings hold.',
    section: [
      'mypy, Using a pyproject.toml file',
      'mypy.readthedocs.io/en/stable/config_file.html#using-a-pyproject-toml-file',
    ],
  },
  {
    key: 'uv',
    what: 'Settings of uv as a workflow tool, which no other installer reads; those of its backend are in [tool.uv.build-backend].',
    form: 'a table',
    example: '[tool.uv]\ndefault-groups = ["dev"]',
    without: 'uv’s own settings hold.',
    section: ['uv, Settings', 'docs.astral.sh/uv/reference/settings/'],
  },
]);
