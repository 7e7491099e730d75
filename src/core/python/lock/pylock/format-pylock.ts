// Writing `pylock.toml`: the pylock.toml specification (PEP 751), "File Format". Keys stand in the order in which the
// specification describes them, the files of a package in braces, one a line, as in its example.
import { formatMarker } from '../../marker';
import { formatSpecifierSet } from '../../specifier';
import { formatToml, outputOfToml, type TomlOutput, type TomlOutputTable, type TomlTable } from '../../toml';
import { formatVersion } from '../../version';
import type { Pylock, PylockFile, PylockPackage, PylockSource } from './pylock';

/**
 * Writes a lock file ("File Format"). The same lock is the same text, and reading it gives the lock again.
 *
 * @example formatPylock(parsePylock('packages=[]\ncreated-by="x"\nlock-version="1"').value) // → "lock-version = '1'\ncreated-by = 'x'\npackages = []\n"
 */
export function formatPylock(lock: Pylock): string {
  return formatToml(
    written([
      ['lock-version', formatVersion(lock.lockVersion)],
      ['environments', lock.environments?.map(formatMarker)],
      ['requires-python', lock.requiresPython && formatSpecifierSet(lock.requiresPython)],
      ['extras', lock.extras],
      ['dependency-groups', lock.dependencyGroups],
      ['default-groups', lock.defaultGroups],
      ['created-by', lock.createdBy],
      ['packages', { kind: 'tables', items: lock.packages.map(packageTable) }],
      ['tool', lock.tool && outputOfToml(lock.tool)],
    ]),
  );
}

/** A table of the keys that have a value. */
function written(entries: readonly (readonly [key: string, value: TomlOutput | undefined])[]): TomlOutputTable {
  return new Map(entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

function packageTable(locked: PylockPackage): TomlOutputTable {
  return written([
    ['name', locked.name],
    ['version', locked.version && formatVersion(locked.version)],
    ['marker', locked.marker && formatMarker(locked.marker)],
    ['requires-python', locked.requiresPython && formatSpecifierSet(locked.requiresPython)],
    ['dependencies', locked.dependencies?.map(outputOfToml)],
    ...directSource(locked.source),
    ['index', locked.index],
    ...releaseFiles(locked.source),
    ['attestation-identities', locked.attestationIdentities && sections(locked.attestationIdentities)],
    ['tool', locked.tool && outputOfToml(locked.tool)],
  ]);
}

function sections(tables: readonly TomlTable[]): TomlOutput {
  return { kind: 'tables', items: tables.map(outputOfToml).filter((table) => table instanceof Map) };
}

type Entries = readonly (readonly [key: string, value: TomlOutput | undefined])[];

function inline(table: TomlOutputTable): TomlOutput {
  return { kind: 'inline', table };
}

function directSource(source: PylockSource): Entries {
  switch (source.kind) {
    case 'vcs':
      return [
        [
          'vcs',
          inline(
            written([
              ['type', source.type],
              ['url', source.url],
              ['path', source.path],
              ['requested-revision', source.requestedRevision],
              ['commit-id', source.commitId],
              ['subdirectory', source.subdirectory],
            ]),
          ),
        ],
      ];
    case 'directory': {
      const { path, editable, subdirectory } = source;
      return [
        [
          'directory',
          inline(
            written([
              ['path', path],
              ['editable', editable],
              ['subdirectory', subdirectory],
            ]),
          ),
        ],
      ];
    }
    case 'archive':
      return [['archive', inline(written([...fileEntries(source), ['subdirectory', source.subdirectory]]))]];
    case 'distributions':
      return [];
  }
}

function releaseFiles(source: PylockSource): Entries {
  if (source.kind !== 'distributions') return [];
  const { sdist, wheels } = source;
  return [
    ['sdist', sdist && inline(written([['name', sdist.name], ...fileEntries(sdist)]))],
    [
      'wheels',
      wheels.length === 0 ? undefined : wheels.map((wheel) => written([['name', wheel.name], ...fileEntries(wheel)])),
    ],
  ];
}

function fileEntries({ uploadTime, url, path, size, hashes }: PylockFile): Entries {
  return [
    ['upload-time', uploadTime === undefined ? undefined : { kind: 'date', text: uploadTime }],
    ['url', url],
    ['path', path],
    ['size', size],
    ['hashes', hashes],
  ];
}
