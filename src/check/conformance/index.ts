export { isCaseFile } from './case-file';
export { compareScenario } from './resolver-suite';
export { canonical, fails, runSuites } from './run-suites';
