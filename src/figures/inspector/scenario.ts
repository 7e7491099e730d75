/** What the inspector is given: a small file of the library, looked into already, and others that it may be compared with. */
import type { ComparisonReport, FileReport } from './report';

export interface InspectorScenario {
  readonly id: string;
  /** With what it was built. */
  readonly made: readonly string[];
  readonly report: FileReport;
  readonly beside: readonly {
    readonly id: string;
    readonly title: string;
    readonly comparison: ComparisonReport;
  }[];
}

/** A scenario, opened: it is drawn as it is. */
export type InspectorScene = InspectorScenario;
