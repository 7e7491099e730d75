/** What the worker answers: the archive of a build, written and looked into. */
import { type DistributionKind, planDistribution, writeDistribution } from '@/core/wheel';
import { lookInto } from '@/figures/inspector/make-report';
import type { FileReport } from '@/figures/inspector/report';

export interface BoxQuestion {
  readonly files: readonly (readonly [string, string])[];
  readonly kind: DistributionKind;
  /** The folder in which the project lies: editable wheels name it. */
  readonly folder: string;
}

export type BoxAnswer =
  | {
      readonly kind: 'written';
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly report: FileReport;
    }
  | { readonly kind: 'refused'; readonly message: string };

export async function boxFile({ files, kind, folder }: BoxQuestion): Promise<BoxAnswer> {
  const tree = files.map(([path, content]) => ({ path, content }));
  const planned = planDistribution(tree, kind, folder);
  if (planned.kind === 'failed')
    return { kind: 'refused', message: planned.problems[0]?.message ?? 'It can’t be built.' };
  const { filename } = planned.plan;
  const bytes = await writeDistribution(planned.plan);
  const looked = await lookInto(bytes, filename);
  if ('kind' in looked) return { kind: 'refused', message: looked.message };
  return { kind: 'written', name: filename, bytes, report: looked.report };
}
