// `[dependency-groups]`: the dependency groups specification (PEP 735).
import { docsOfTable } from '../field-doc';

export const DEPENDENCY_GROUP_DOCS = /* @__PURE__ */ docsOfTable(
  ['dependency-groups'],
  'https://packaging.python.org/en/latest/specifications/dependency-groups/#',
  [
    {
      key: '',
      what: 'What those need who work on the project: tests, linters, documentation. It is for the folder only and goes into no distribution.',
      form: 'a table: a group, and a list',
      example: '[dependency-groups]\ndev = ["pytest>=8"]',
      without: 'There are no groups. uv syncs the group dev if there is one.',
      section: ['The [dependency-groups] Table', 'the-dependency-groups-table'],
    },
    {
      key: '*',
      what: 'A group: requirements, and with {include-group = "test"} all of another group. uv sync --group and pip install --group take it by its name.',
      form: 'a list of requirements and includes',
      example: 'dev = ["pytest>=8"]',
      without: 'There is no such group.',
      section: ['The [dependency-groups] Table', 'the-dependency-groups-table'],
    },
  ],
);
