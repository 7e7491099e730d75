/** A file in one sentence: how many files, whether they are what RECORD says, which commands come with it, what runs and when. */
import type { Mark } from './picture';
import type { FileReport, SdistReport, WheelReport } from './report';
import { counted, heaviest, RECORD_WORDS, WEIGHT_WORDS } from './wording';

export interface Summary {
  readonly mark: Mark;
  readonly says: string;
}

export function summaryOf(report: FileReport): Summary {
  const mark = heaviest(report.findings.map(({ weight }) => WEIGHT_WORDS[weight][0]));
  const [worst] = report.findings;
  const files = `${report.files.toLocaleString('en')} ${report.files === 1 ? 'file' : 'files'}`;
  const said = report.kind === 'wheel' ? wheelSentence(files, report) : sdistSentence(files, report);
  return { mark, says: worst === undefined || worst.weight === 'note' ? said : `${said} ${worst.message}` };
}

/** The names that become commands. */
export function commandsOf({ entryPoints }: WheelReport): readonly string[] {
  return entryPoints
    .filter(({ group }) => group === 'console_scripts' || group === 'gui_scripts')
    .map(({ name }) => name);
}

export function runsAtStart({ pathFiles }: WheelReport): boolean {
  return pathFiles.some(({ lines }) => lines.some(({ kind }) => kind === 'code'));
}

function wheelSentence(files: string, report: WheelReport): string {
  const commands = commandsOf(report).length;
  const runs = runsAtStart(report)
    ? 'runs nothing at install, and code whenever Python starts'
    : 'runs nothing at install';
  return `${files}, ${recordWord(report)}; ${counted(commands, 'command')}; ${runs}.`;
}

function recordWord({ record, recordMore, recordPath }: WheelReport): string {
  if (recordPath === undefined) return 'and no RECORD that says what they should be';
  const off = record.filter(({ kind }) => !['well', 'plain'].includes(RECORD_WORDS[kind][0])).length;
  if (off === 0) return 'all as RECORD says';
  return `${off === record.length + recordMore ? 'none' : counted(off, 'row')} not as RECORD says`;
}

function sdistSentence(files: string, { build, backend, buildRequires }: SdistReport): string {
  const needs = buildRequires.length === 0 ? '' : ` and needs ${buildRequires.join(', ')} for it`;
  const how = {
    pyproject: `${backend ?? 'a backend'} builds a wheel from them${needs}`,
    'setup-py': 'setuptools builds a wheel from them, by running setup.py',
    nothing: 'nothing says how a wheel is built from them',
  }[build];
  return `${files}, the source: ${how}. That is code, and it runs at install.`;
}
