/** A reader’s own files: taken by a button or dropped, looked into by the worker, kept in the page, and never sent anywhere. */
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { scenarioFilePath } from '@/figures/frame/addresses';
import { useLive } from '@/figures/frame/use-live';
import { inspectClient } from './inspect-client';
import type { GivenFile, Stage } from './inspect-files';
import { keepComparison, keepReport, keptFile } from './kept';
import type { InspectorPicture } from './picture';
import type { FileReport } from './report';
import type { InspectorEvent, OwnFile } from './state';

/** Where a file stands that was given. */
export type Taking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy'; readonly name: string; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly says: string };

export interface OwnFiles {
  readonly taking: Taking;
  /** The file to look into, and perhaps a second one to compare with. */
  readonly open: (files: readonly File[]) => void;
  /** A file to compare with the one that is looked at. */
  readonly compare: (files: readonly File[]) => void;
  /** What is dropped while files are compared: one is the other file, two are both. */
  readonly compareOrOpen: (files: readonly File[]) => void;
  readonly cancel: () => void;
}

const STOPPED = {
  'timed-out': 'took too long, and was given up',
  'too-large': 'is too large',
  crashed: 'couldn’t be looked into: this page couldn’t do it',
} as const;

export function useOwnFiles(
  { file: shown }: InspectorPicture,
  scenario: string,
  send: (event: InspectorEvent) => void,
): OwnFiles {
  const [taking, setTaking] = useState<Taking>({ kind: 'idle' });
  const working = useRef<AbortController>(undefined);
  useEffect(() => () => working.current?.abort(), []);

  /** Asks the worker; undefined when there is no answer, and why not is said. */
  const ask = async (file: File, against: GivenFile | undefined, signal: AbortSignal) => {
    setTaking({ kind: 'busy', name: file.name, stage: 'reading' });
    const onProgress = (stage: Stage) => setTaking({ kind: 'busy', name: file.name, stage });
    const question = { file: { name: file.name, blob: file }, against };
    const outcome = await inspectClient().ask(question, { signal, onProgress });
    if (outcome.kind === 'cancelled') return undefined;
    if (outcome.kind !== 'answered') {
      setTaking({ kind: 'refused', says: `${file.name} ${STOPPED[outcome.kind]}.` });
      return undefined;
    }
    const { answer } = outcome;
    if (answer.kind === 'refused') {
      setTaking({ kind: 'refused', says: `${answer.name} isn’t opened. ${answer.message}` });
      return undefined;
    }
    keepReport(answer.report, file);
    return answer;
  };

  const begin = (): AbortSignal => {
    working.current?.abort();
    working.current = new AbortController();
    return working.current.signal;
  };

  const compareWith = async (file: File, left: GivenFile, leftDigest: string, signal: AbortSignal) => {
    const answer = await ask(file, left, signal);
    if (answer?.comparison === undefined) return;
    keepComparison(leftDigest, answer.comparison);
    setTaking({ kind: 'idle' });
    send({ kind: 'beside-came', file: ownFile(answer.report) });
  };

  const open = async ([first, second]: readonly File[]) => {
    if (first === undefined) return;
    const signal = begin();
    const answer = await ask(first, undefined, signal);
    if (answer === undefined) return;
    setTaking({ kind: 'idle' });
    send({ kind: 'own-came', file: ownFile(answer.report) });
    if (second === undefined) return;
    await compareWith(second, { name: first.name, blob: first }, answer.report.sha256, signal);
  };

  const compare = async ([file]: readonly File[]) => {
    if (file === undefined) return;
    const signal = begin();
    const left = await leftFile(shown, scenario);
    if (signal.aborted) return;
    if (left === undefined) return setTaking({ kind: 'refused', says: `${shown.name} isn’t here: open it again.` });
    await compareWith(file, left, shown.sha256, signal);
  };

  return {
    taking,
    open: (files) => void open(files),
    compare: (files) => void compare(files),
    compareOrOpen: (files) => void (files.length > 1 ? open(files) : compare(files)),
    cancel: () => {
      working.current?.abort();
      setTaking({ kind: 'idle' });
    },
  };
}

const ownFile = ({ name, size, sha256 }: FileReport): OwnFile => ({ name, size, sha256 });

/** The file that is looked at: the reader’s, or the library’s, which is fetched. */
async function leftFile(shown: InspectorPicture['file'], scenario: string): Promise<GivenFile | undefined> {
  const { name, isOwn, sha256 } = shown;
  if (isOwn) {
    const blob = keptFile(sha256);
    return blob && { name, blob };
  }
  try {
    const answer = await fetch(scenarioFilePath('wheel-inspector', scenario, name));
    return answer.ok ? { name, blob: await answer.blob() } : undefined;
  } catch {
    return undefined;
  }
}

/** Takes files that are dropped on an element. */
export function useDrop(place: RefObject<HTMLElement | null>, take: (files: readonly File[]) => void): boolean {
  const live = useLive();
  const [isOver, setOver] = useState(false);
  const dropped = useEffectEvent((files: readonly File[]) => take(files));
  useEffect(() => {
    const element = place.current;
    if (element === null || !live) return;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      dropped([...(event.dataTransfer?.files ?? [])]);
    };
    element.addEventListener('dragover', over);
    element.addEventListener('dragleave', leave);
    element.addEventListener('drop', drop);
    return () => {
      element.removeEventListener('dragover', over);
      element.removeEventListener('dragleave', leave);
      element.removeEventListener('drop', drop);
    };
  }, [place, live]);
  return isOver;
}
