/** What the worker answers: an archive, written; that of a build looked into as well. */
import { type DistributionKind, type PlannedFile, planDistribution, writeDistribution } from '@/core/wheel';
import { lookInto } from '@/figures/inspector/make-report';
import type { FileReport } from '@/figures/inspector/report';

export interface BoxQuestion {
  readonly files: readonly (readonly [string, string])[];
  /** Of what: a distribution, or the project as it is. */
  readonly kind: DistributionKind | 'project';
  /** The folder in which the project lies: editable wheels name it. */
  readonly folder: string;
}

export type BoxAnswer =
  | {
      readonly kind: 'written';
      readonly name: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** Of a distribution. */
      readonly report: FileReport | undefined;
    }
  | { readonly kind: 'refused'; readonly message: string };

export async function boxFile({ files, kind, folder }: BoxQuestion): Promise<BoxAnswer> {
  if (kind === 'project') return projectFile(files, folder);
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

/** A zip with the project’s folder in it, laid out as a wheel’s is. */
async function projectFile(files: BoxQuestion['files'], folder: string): Promise<BoxAnswer> {
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  const encoder = new TextEncoder();
  const packed = files.map(([path, text]): PlannedFile => {
    return {
      path: `${name}/${path}`,
      content: encoder.encode(text),
      isExecutable: false,
      source: { kind: 'source', path },
    };
  });
  const bytes = await writeDistribution({ kind: 'wheel', files: packed });
  return { kind: 'written', name: `${name}.zip`, bytes, report: undefined };
}
