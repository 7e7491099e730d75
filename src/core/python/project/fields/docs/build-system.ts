// `[build-system]`: the pyproject.toml specification, "Declaring build system dependencies", and PEP 517, "Source trees".
import { docsOfTable } from '../field-doc';

export const BUILD_SYSTEM_DOCS = /* @__PURE__ */ docsOfTable(['build-system'], 'https://', [
  {
    key: '',
    what: 'Who builds the project. A frontend (pip, build, uv) installs what “requires” lists into an environment of its own and calls the backend there.',
    form: 'a table',
    example: '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"',
    without: 'setuptools builds, as it did before there was this table.',
    section: [
      'Declaring build system dependencies',
      'packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-build-system-dependencies-the-build-system-table',
    ],
  },
  {
    key: 'requires',
    what: 'What has to be installed before the build can begin: the backend, and its plugins. Never “build”, which is a frontend.',
    form: 'a list of requirements',
    example: 'requires = ["hatchling"]',
    without: 'The table is invalid: every frontend stops before it builds.',
    section: [
      'Declaring build system dependencies',
      'packaging.python.org/en/latest/specifications/pyproject-toml/#declaring-build-system-dependencies-the-build-system-table',
    ],
  },
  {
    key: 'build-backend',
    what: 'The module whose functions make the sdist and the wheel. The project that brings it stands in “requires”.',
    form: 'a dotted module name, perhaps with “:” and an object in it',
    example: 'build-backend = "hatchling.build"',
    without: 'setuptools’ old way is taken, setuptools.build_meta:__legacy__, whatever “requires” lists.',
    section: ['PEP 517, Source trees', 'peps.python.org/pep-0517/#source-trees'],
  },
  {
    key: 'backend-path',
    what: 'Folders of the project in which the backend itself lies, for a project that brings its own.',
    form: 'a list of folders in the project',
    example: 'backend-path = ["tools"]',
    without: 'The backend comes from what “requires” installs, which is the usual case.',
    section: ['PEP 517, In-tree build backends', 'peps.python.org/pep-0517/#in-tree-build-backends'],
  },
]);
