// An effect of an edit on those who have the project installed: what was changed, and whether a program that starts now sees it.
import type { Sentence } from '../sentence';

export interface EditEffect {
  readonly kind: 'code' | 'data' | 'command' | 'version' | 'dependency' | 'python' | 'metadata' | 'layout' | 'outside';
  /** What was changed: a path, the name of a command, a requirement, a field of METADATA. */
  readonly subject: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Whether a program that starts now sees it. */
  readonly isSeen: boolean;
  readonly sentence: Sentence;
}
