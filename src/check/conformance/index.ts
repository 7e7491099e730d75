export { isCaseFile } from './case-file';
export { fails, runSuites } from './run-suites';
