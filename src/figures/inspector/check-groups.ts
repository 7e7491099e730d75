/** What is wrong with a file or worth knowing, and what check-wheel-contents and twine check would say, by their codes and words. */
import { bounded } from './groups';
import type { Group, Row } from './picture';
import type { FileReport } from './report';
import { WEIGHT_WORDS } from './wording';

export function checkGroups(report: FileReport): readonly Group[] {
  return [findingGroup(report), contentsGroup(report), twineGroup(report)];
}

function findingGroup({ findings }: FileReport): Group {
  const rows = findings.map(({ code, weight, message, path }): Row => {
    const [mark, word] = WEIGHT_WORDS[weight];
    return {
      mark,
      name: code,
      word,
      says: message,
      ...(path === undefined ? {} : { event: { kind: 'opened', path } }),
    };
  });
  const nothing: Row = { mark: 'well', name: 'the file', word: 'nothing is wrong with it' };
  return bounded('What this page finds', rows.length === 0 ? [nothing] : rows);
}

function contentsGroup(report: FileReport): Group {
  const title = 'check-wheel-contents would say';
  if (report.kind === 'sdist') return { title, says: ['It looks at wheels only.'] };
  const { contents, name } = report;
  switch (contents.kind) {
    case 'checked': {
      const rows = contents.failures.map(({ code, message, paths }): Row => {
        return { mark: 'wrong', name: code, word: message, ...(paths.length === 0 ? {} : { says: shownPaths(paths) }) };
      });
      return bounded(title, rows.length === 0 ? [{ mark: 'well', name: name, word: 'OK' }] : rows);
    }
    case 'invalid':
      return bounded(title, [{ mark: 'wrong', name: 'no wheel', word: contents.message }]);
    case 'crashed':
      return bounded(title, [{ mark: 'wrong', name: 'it ends in an error', word: contents.why }]);
  }
}

const MOST_PATHS = 12;

function shownPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_PATHS).join(', ');
  return paths.length > MOST_PATHS ? `${shown} and ${paths.length - MOST_PATHS} more` : shown;
}

function twineGroup({ twine }: FileReport): Group {
  const title = 'twine check would say';
  const warnings = ('warnings' in twine ? twine.warnings : []).map((text): Row => {
    return { mark: 'note', name: 'warning', word: text };
  });
  return bounded(title, [twineRow(twine), ...warnings]);
}

function twineRow(twine: FileReport['twine']): Row {
  switch (twine.kind) {
    case 'passed':
      return { mark: 'well', name: 'PASSED', word: 'metadata and description are well' };
    case 'undecided':
      return {
        mark: 'note',
        name: 'PASSED or FAILED',
        word: 'whether the description renders, only docutils can tell',
      };
    case 'failed':
      return { mark: 'wrong', name: 'FAILED', word: `the description doesn’t render: ${twine.message}` };
    case 'invalid':
      return { mark: 'wrong', name: 'ERROR', word: `invalid fields: ${twine.fields.join(', ')}` };
    case 'refused':
      return { mark: 'wrong', name: 'ERROR', word: twine.message };
    case 'crashed':
      return { mark: 'wrong', name: 'it ends in an error', word: twine.why };
  }
}
