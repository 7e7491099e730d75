/** The stage graph: what each stage needs of others and of images, what of it is built, and the same as a nested list. */
import type { Plan, ProjectOutcome } from '@/core/docker';
import { widthOf } from '@/figures/frame/text-width';
import { countOf } from './amounts';
import { outcomeShown } from './good';
import type { ProjectScene } from './scenario';
import { type Direction, placeStages, type StageLayout } from './stage-layout';
import type { LayerState } from './state';
import { countSteps } from './step-rows';

export interface StageBox {
  readonly id: string;
  readonly mark: 'image' | 'cached' | 'ran' | 'failed' | 'plain' | 'skipped' | 'ahead';
  readonly name: string;
  /** `4 steps`, or that it is an image. */
  readonly line: string;
  /** `2 run`, `all cached`, `not built`. */
  readonly word: string;
}

export interface StageArrow {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly how: 'from' | 'copy' | 'mount';
  /** `FROM`, `COPY --from`. */
  readonly label: string;
  readonly isFaded: boolean;
}

/** A line of the nested list: a stage, and how the one above it takes from it. */
export interface StageItem {
  readonly key: string;
  readonly how: string;
  readonly name: string;
  readonly says: string;
  readonly needs: readonly StageItem[];
}

export interface GraphPicture {
  readonly kind: 'graph';
  readonly says: string;
  readonly said: string;
  readonly boxes: readonly StageBox[];
  readonly arrows: readonly StageArrow[];
  /** Twice: in columns where there is room across, and in rows. Empty: there is nothing to draw. */
  readonly layouts: readonly { readonly direction: Direction; readonly layout: StageLayout }[];
  /** Stages and images that aren’t drawn. */
  readonly more: number;
  readonly list: readonly StageItem[];
}

/** Boxes that are drawn; what is needed comes first. */
const MOST_BOXES = 20;
/** Lines of the list. */
const MOST_ITEMS = 100;

const HOW: Readonly<Record<StageArrow['how'], string>> = { from: 'FROM', copy: 'COPY', mount: 'mount' };

export function graphPicture(scene: ProjectScene, state: LayerState, isHidden: boolean): GraphPicture {
  const shown = outcomeShown(scene, state);
  const { outcome } = shown;
  if (outcome.kind === 'refused') {
    const says = 'The builder refuses the Dockerfile, so there is nothing to draw.';
    return { kind: 'graph', says, said: '', boxes: [], arrows: [], layouts: [], more: 0, list: [] };
  }
  const { plan } = outcome;
  const all = boxesOf(plan, shown, isHidden);
  const arrows = arrowsOf(plan);
  const boxes = [...all].sort((left, right) => Number(isIdle(left)) - Number(isIdle(right))).slice(0, MOST_BOXES);
  const drawn = new Set(boxes.map(({ id }) => id));
  const visible = arrows.filter(({ from, to }) => drawn.has(from) && drawn.has(to));
  const kept = all.filter(({ id }) => drawn.has(id));
  const sized = kept.map((box) => ({ id: box.id, width: widthOfBox(box) }));
  return {
    kind: 'graph',
    says: saysOf(plan),
    said: `${countOf(plan.needed.length, 'stage')} needed`,
    boxes: kept,
    arrows: visible,
    layouts: DIRECTIONS.map((direction) => ({ direction, layout: placeStages(sized, visible, direction) })),
    more: all.length - boxes.length,
    list: listOf(plan, all, arrows),
  };
}

const DIRECTIONS: readonly Direction[] = ['across', 'down'];

const NARROWEST = 110;
const WIDEST = 240;

function widthOfBox({ name, line, word }: StageBox): number {
  const named = widthOf({ text: name, family: 'mono', size: 13.2, fill: 'ink' });
  const told = [line, word].map((text) => widthOf({ text, family: 'sans', size: 12.5, fill: 'ink' }));
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(Math.max(named, ...told)) + 26));
}

const isIdle = ({ mark }: StageBox): boolean => mark === 'skipped';

function saysOf({ needed, skipped }: Plan): string {
  const built = `${countOf(needed.length, 'stage')} ${needed.length === 1 ? 'is' : 'are'} needed`;
  if (skipped.length === 0) return `${built}.`;
  return `${built}; ${skipped.length} ${skipped.length === 1 ? 'isn’t, so it isn’t' : 'aren’t, so they aren’t'} built.`;
}

const stageId = (index: number): string => `stage ${index}`;
const imageId = (name: string): string => `image ${name}`;

function boxesOf(plan: Plan, outcome: ProjectOutcome, isHidden: boolean): readonly StageBox[] {
  const { needed, skipped, imageLinks, image } = plan;
  const neededIndices = new Set(needed.map(({ index }) => index));
  const images = [...new Set(imageLinks.map((link) => link.image))].map((name): StageBox => {
    const isNeeded = imageLinks.some((link) => link.image === name && neededIndices.has(link.stage));
    const mark = isNeeded ? 'image' : 'skipped';
    return { id: imageId(name), mark, name, line: 'an image', word: isNeeded ? '' : 'not needed' };
  });
  const stages = [...needed, ...skipped].sort((left, right) => left.index - right.index);
  return [
    ...images,
    ...stages.map(({ index, from, instructions }): StageBox => {
      const name = from.stageName ?? `stage ${index}`;
      const id = stageId(index);
      if (!neededIndices.has(index)) {
        return { id, mark: 'skipped', name, line: countOf(instructions.length, 'instruction'), word: 'not built' };
      }
      const own = outcome.steps.filter(({ stage }) => stage === index);
      const line = countOf(countSteps({ ...outcome, steps: own }).all, 'step');
      const result = isHidden ? HIDDEN : resultOf({ ...outcome, steps: own });
      return { id, name, ...result, line: index === image.stage ? `${line}, the target` : line };
    }),
  ];
}

const HIDDEN = { mark: 'ahead', word: 'what runs?' } as const;

function resultOf(own: ProjectOutcome): Pick<StageBox, 'mark' | 'word'> {
  const { all, ran } = countSteps(own);
  if (own.steps.some(({ status }) => status.kind === 'failed')) return { mark: 'failed', word: 'fails' };
  if (all === 0) return { mark: 'plain', word: 'nothing to run' };
  if (ran === 0) return { mark: 'cached', word: 'all cached' };
  return { mark: 'ran', word: ran === all ? 'all run' : `${ran} run` };
}

/** Arrows from what is needed to who needs it; one for each pair. */
function arrowsOf({ links, imageLinks, skipped }: Plan): readonly StageArrow[] {
  const idle = new Set(skipped.map(({ index }) => index));
  const arrows = new Map<string, StageArrow>();
  const add = (from: string, stage: number, how: StageArrow['how']) => {
    const key = `${from} ${stage}`;
    const known = arrows.get(key);
    const label = known === undefined ? HOW[how] : `${known.label}, ${HOW[how]}`;
    arrows.set(key, { key, from, to: stageId(stage), how: known?.how ?? how, label, isFaded: idle.has(stage) });
  };
  for (const { stage, image, how } of imageLinks) add(imageId(image), stage, how);
  for (const { stage, needs, how } of links) add(stageId(needs), stage, how);
  return [...arrows.values()];
}

/** From the target down, then what isn’t needed; what stands there already isn’t told again. */
function listOf(plan: Plan, boxes: readonly StageBox[], arrows: readonly StageArrow[]): readonly StageItem[] {
  const told = new Set<string>();
  const into = new Map<string, StageArrow[]>();
  for (const arrow of arrows) into.set(arrow.to, [...(into.get(arrow.to) ?? []), arrow]);
  const boxOf = new Map(boxes.map((box) => [box.id, box]));
  let left = MOST_ITEMS;
  const itemOf = (id: string, how: string, key: string): StageItem | undefined => {
    const box = boxOf.get(id);
    if (box === undefined || left === 0) return undefined;
    left--;
    const says = [box.line, box.word].filter((text) => text !== '').join(', ');
    if (told.has(id)) return { key, how, name: box.name, says: 'as above', needs: [] };
    told.add(id);
    const needs = (into.get(id) ?? []).flatMap(({ from, label }) => itemOf(from, label, `${key} ${from}`) ?? []);
    return { key, how, name: box.name, says, needs };
  };
  const target = itemOf(stageId(plan.image.stage), '', 'target');
  const idle = plan.skipped.flatMap(({ index }) =>
    told.has(stageId(index)) ? [] : (itemOf(stageId(index), '', stageId(index)) ?? []),
  );
  return [...(target === undefined ? [] : [target]), ...idle];
}
