// Turns what the driver reports of a build, and the image that it exported, into the outcome that a scenario records. Pure.

import {
  applyLayer,
  differences,
  type ExportedImage,
  type Files,
  type ImageConfig,
  type LayerChange,
} from './image.ts';
import type { BuildError, HistoryLayer, Image, Step } from './schema.ts';
import { type HistoryPlace, type Instruction, readable, type StageInfo } from './stages.ts';

export interface DefinitionStep {
  readonly digest: string;
  readonly name: string;
  readonly kind: string;
  readonly lines: readonly number[];
}

export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

/** What the driver (driver/main.go) writes. */
export interface Report {
  readonly instructions: readonly Instruction[];
  readonly unreadable?: string;
  readonly steps: readonly DefinitionStep[];
  readonly vertices: readonly Vertex[];
  readonly warnings: readonly { readonly text: string; readonly line: number; readonly url?: string }[];
  readonly error: { readonly message: string; readonly lines: readonly number[]; readonly step: boolean } | null;
}

const label = /^\[(?:(?<stage>[^\]]*?) )?\s*(?<at>\d+)\/(?<of>\d+)\] (?<onbuild>ONBUILD )?(?<link>LINK )?(?<text>.*)$/s;

interface Placed {
  readonly stage: StageInfo;
  readonly at: number;
  readonly line: number;
  readonly onbuild: boolean;
  readonly link: boolean;
  readonly text: string;
  readonly vertex: Vertex;
}

function place(report: Report, stages: readonly StageInfo[]): readonly Placed[] {
  const byDigest = new Map(report.vertices.map((vertex) => [vertex.digest, vertex]));
  const byName = new Map(report.vertices.map((vertex) => [vertex.name, vertex]));
  const placed = new Map<string, Placed>();
  for (const step of report.steps) {
    const parts = label.exec(step.name)?.groups;
    const vertex = byDigest.get(step.digest) ?? byName.get(step.name);
    if (parts === undefined || vertex?.started === undefined) continue;
    for (const at of step.lines) {
      const stage = stages.findLast((one) => one.line <= at);
      if (stage === undefined) continue;
      // Each line of a continued instruction has an area of its own.
      const line = stage.instructions.findLast((one) => one.line <= at)?.line ?? stage.line;
      const onbuild = parts['onbuild'] !== undefined;
      const link = parts['link'] !== undefined;
      const key = JSON.stringify([stage.stage, line, onbuild ? parts['at'] : '', link]);
      placed.set(key, { stage, at: Number(parts['at']), line, onbuild, link, text: parts['text'] ?? '', vertex });
    }
  }
  return [...placed.values()];
}

/** Whether a step was given up because another one failed. */
const isCanceled = ({ vertex, line }: Placed, report: Report) =>
  vertex.error !== undefined && /context canceled/.test(vertex.error) && !report.error?.lines.includes(line);

/** The steps that the builder ran or found cached, in the order of the Dockerfile. */
export function stepsOf(report: Report, stages: readonly StageInfo[], needed: ReadonlySet<number>): readonly Step[] {
  const placed = place(report, stages);
  const steps: (Step & { readonly order: number })[] = [];
  for (const stage of stages) {
    const at = { stage: stage.stage, stageName: stage.name };
    const own = placed.filter((one) => one.stage === stage);
    const from = own.find(({ text, line, onbuild }) => line === stage.line && !onbuild && /^FROM\s/.test(text));
    if (from !== undefined && needed.has(stage.stage)) {
      const instruction = readable(fromText(stage));
      steps.push({ ...at, line: stage.line, instruction, cached: null, order: 0 });
    }
    for (const one of own) {
      if (one === from || one.link) continue;
      const text = one.onbuild
        ? one.text
        : (stage.instructions.find(({ line }) => line === one.line)?.text ?? one.text);
      const others = placed.filter((other) => other !== one && other.vertex.digest === one.vertex.digest);
      const shared = others[0]?.stage.stage;
      const canceled = isCanceled(one, report);
      steps.push({
        ...at,
        line: one.line,
        instruction: readable(text),
        ...(one.onbuild ? { onbuild: true } : {}),
        display: one.vertex.name,
        cached: canceled ? null : one.vertex.cached === true,
        ...(canceled ? { mayRun: true } : {}),
        ...(one.vertex.error !== undefined && !canceled ? { failed: true } : {}),
        ...(shared === undefined ? {} : { sharedWithStage: shared }),
        order: one.onbuild ? one.at - 1000 : one.at,
      });
    }
  }
  return steps
    .toSorted((a, b) => a.stage - b.stage || a.line - b.line || rank(a) - rank(b) || a.order - b.order)
    .map(({ order: _, ...step }) => step);
}

/** FROM first, then the triggers, which stand on its line. */
const rank = ({ onbuild, cached, display }: Step) => (cached === null && display === undefined ? 0 : onbuild ? 1 : 2);

const fromText = ({ base, name }: StageInfo) => (name === null ? `FROM ${base}` : `FROM ${base} AS ${name}`);

const sortedKeys = (object: Readonly<Record<string, object>> | undefined) => Object.keys(object ?? {}).sort();

export interface ReadLayers {
  readonly layers: readonly (HistoryLayer & { readonly change: LayerChange | null })[];
  readonly files: Files;
}

/** The history above the base image, each line with its layer. */
export function layersOf(
  image: ExportedImage,
  base: ExportedImage | null,
  places: readonly HistoryPlace[],
): ReadLayers {
  const history = (image.config.history ?? []).slice(base?.config.history?.length ?? 0);
  if (history.length !== places.length) {
    const lines = history.map(({ created_by }) => created_by).join('\n');
    throw new Error(`${places.length} instructions, but ${history.length} lines of history:\n${lines}`);
  }
  let files: Files = filesOf(base);
  let next = base?.layers.length ?? 0;
  const layers = history.map((line, at) => {
    const { onbuild = false, ...from } = places[at] ?? { stage: 0, line: 0, instruction: '' };
    const empty = line.empty_layer === true;
    const change = empty ? null : applyLayer(files, image.layers[next++] ?? []);
    if (change !== null) files = change.files;
    return {
      instruction: from.instruction,
      line: from.line,
      stage: from.stage,
      createdBy: line.created_by ?? '',
      empty,
      sizeBytes: change?.sizeBytes ?? 0,
      ...(onbuild ? { onbuild: true as const } : {}),
      ...(change === null ? {} : { writes: change.writes, deletes: change.deletes }),
      change,
    };
  });
  return { layers, files };
}

/** What lies in an image. */
export function filesOf(image: ExportedImage | null): Files {
  let files: Files = new Map();
  for (const layer of image?.layers ?? []) files = applyLayer(files, layer).files;
  return files;
}

/** The image as a scenario records it. */
export function imageOf(image: ExportedImage, base: ExportedImage | null, read: ReadLayers): Image {
  const config: NonNullable<ImageConfig['config']> = image.config.config ?? {};
  const { files, removed } = differences(filesOf(base), read.files);
  const layers = read.layers.map(({ change: _, ...layer }) => layer);
  const { os, architecture, variant } = image.config;
  const platform = [os, architecture, variant].filter((part) => part !== undefined).join('/');
  return {
    baseLayers: base?.layers.length ?? 0,
    env: config.Env ?? [],
    workdir: config.WorkingDir ?? '',
    user: config.User ?? '',
    entrypoint: config.Entrypoint ?? null,
    cmd: config.Cmd ?? null,
    shell: config.Shell ?? null,
    exposedPorts: sortedKeys(config.ExposedPorts),
    labels: config.Labels ?? {},
    volumes: sortedKeys(config.Volumes),
    stopSignal: config.StopSignal ?? null,
    healthcheck: config.Healthcheck ?? null,
    onbuild: config.OnBuild ?? [],
    layers,
    totalLayers: image.layers.length,
    addedBytes: layers.reduce((total, { sizeBytes }) => total + sizeBytes, 0),
    files,
    removedFromBase: removed,
    ...(platform === 'linux/amd64' ? {} : { platform }),
  };
}

/** An error's text without what differs from run to run: names of references, folders of the daemon. */
export function steady(message: string): string {
  return message
    .replaceAll(/checksum of ref \S+::\S+: /g, 'checksum of ref <ref>: ')
    .replaceAll(/\/\S*\/cachemounts\/buildkit\d+/g, '<rootfs>');
}

/** The part of an error's text that says what is wrong, without the place. */
export function essence(message: string): string {
  return message
    .replaceAll(/^(?:failed to solve: |failed to run Build function: )+/g, '')
    .replaceAll(/dockerfile parse error on line \d+: /g, '')
    .replaceAll(/failed to calculate checksum of ref <ref>: /g, '');
}

/** The error of a build, if it failed. */
export function errorOf(report: Report): BuildError | null {
  if (report.error === null) return null;
  const { lines, step } = report.error;
  const raw = steady(report.error.message);
  return { contains: essence(raw), line: lines[0] ?? null, raw, kind: step ? 'step' : 'parse' };
}
