/**
 * Runs an exercise around its figure: every state of the figure is judged, what is done is kept, a draft is taken up again, and what
 * is said aloud is said once.
 */
import { type RefObject, useEffect, useEffectEvent, useMemo, useReducer, useRef, useState } from 'react';
import { doneTasks, type Facts, formatExerciseDraft, type Json, readExerciseDraft } from '@/core/exercise';
import type { FigureHandle, FigureProps } from '@/figures/frame/use-figure';
import { tell } from '@/figures/frame/wire';
import { announceAction, announceHint, announceSolution, describeChange } from './announce';
import { type Attempt, doneIn, freshAttempt, judge, updateAttempt } from './attempt';
import { DraftKeeper } from './draft-keeper';
import { type PanelPicture, presentPanel } from './present-panel';
import { asExercise, type ShownExercise } from './shown-exercise';
import { type OpenStore, useStore } from './use-store';
import { awaiting, nothingTold, tellState } from './whose-state';

/** How long after the last letter what it changed is said aloud, in milliseconds. */
const typingPause = 1000;

export type PanelEvent =
  | { readonly kind: 'hint-asked'; readonly task: string }
  | { readonly kind: 'solution-asked' }
  | { readonly kind: 'start-again' };

export interface RunningExercise {
  readonly picture: PanelPicture;
  readonly send: (event: PanelEvent) => void;
  /** What the panel's own live region says: for acts that aren't the figure's. */
  readonly said: string;
  /** What the figure needs, to be judged. */
  readonly figure: Pick<FigureProps<never>, 'onState' | 'announce'> & {
    readonly handle: RefObject<FigureHandle | null>;
  };
}

export function useExercise(shown: ShownExercise, openStore: OpenStore): RunningExercise {
  const exercise = useMemo(() => asExercise(shown), [shown]);
  const [attempt, dispatch] = useReducer(
    (now: Attempt, event: Parameters<typeof updateAttempt>[2]) => updateAttempt(exercise, now, event),
    freshAttempt,
  );
  const [said, setSaid] = useState('');
  const handle = useRef<FigureHandle>(null);
  const told = useRef(nothingTold);
  /** Did the figure itself keep silent on the state that comes, as while somebody types? */
  const silent = useRef(true);
  /** The solutions that were put into the figure in this attempt, by the states that they are: undoing leads back to them. */
  const seen = useRef(new Map<string, number>());
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const store = useStore(openStore, () => {
    const draft = attempt.begun ? undefined : readExerciseDraft(store.read((kept) => kept.draft(shown)) ?? '');
    const taken = draft === undefined ? undefined : handle.current?.begin(draft.state);
    if (draft !== undefined && taken !== undefined) {
      told.current = awaiting(told.current, JSON.stringify(taken));
      dispatch({ kind: 'draft-taken', done: draft.done });
    }
    refresh();
  });
  const refresh = () => dispatch({ kind: 'record-came', record: store.read((kept) => kept.exercise(shown)) });
  const changedElsewhere = useEffectEvent(refresh);
  const [drafts] = useState(
    () =>
      new DraftKeeper((text) => store.act((kept) => kept.keepDraft(shown, text)), {
        start: (act, milliseconds) => window.setTimeout(act, milliseconds),
        stop: (timer) => window.clearTimeout(timer),
      }),
  );
  useEffect(() => {
    const leave = () => drafts.flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    const heard = () => changedElsewhere();
    addEventListener('shipshape:progress', heard);
    return () => {
      leave();
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('shipshape:progress', heard);
    };
  }, [drafts]);

  /** Keeps where the reader has got to. */
  const keepDraft = (state: Json, done: readonly string[]) => {
    const text = formatExerciseDraft({ state, done });
    dispatch({ kind: 'draft-kept', whole: text !== undefined });
    if (text !== undefined) drafts.keep(text);
  };
  const keepDone = (done: readonly string[]) => {
    store.act((kept) => kept.workExercise({ ...exercise, aliases: shown.aliases }, done));
    refresh();
  };

  const onState = ({ facts, written: state }: { readonly facts: Facts; readonly written: Json }) => {
    const key = JSON.stringify(state);
    const again = seen.current.get(key);
    const { by: owner, isAwaited, told: now } = tellState(told.current, key);
    const by = again === undefined ? owner : 'page';
    if (isAwaited && attempt.solution !== undefined) seen.current.set(key, attempt.solution);
    else if (again !== undefined) dispatch({ kind: 'solution-shown', solution: again });
    told.current = now;
    const before = attempt.verdict;
    const after = judge(exercise, attempt, facts);
    dispatch({ kind: 'state-came', facts, by });
    if (by === 'page') return;
    if (!attempt.begun) store.act((kept) => kept.beginExercise(shown));
    const done = doneTasks(after);
    if (done.length > doneIn(attempt).length) keepDone(done);
    else refresh();
    if (after.solved && !before?.solved) tell({ kind: 'solved', exercise: shown.id });
    keepDraft(state, done);
    clearTimeout(pause.current);
    setSaid('');
    const change = describeChange(shown, before, after);
    if (silent.current && change !== '') pause.current = setTimeout(() => setSaid(change), typingPause);
  };

  const announce = (figureSays: string, facts: Facts): string => {
    silent.current = figureSays === '';
    return announceAction(shown, figureSays, attempt.verdict, judge(exercise, attempt, facts));
  };

  const picture = presentPanel(shown, attempt);
  const send = (event: PanelEvent): void => {
    clearTimeout(pause.current);
    switch (event.kind) {
      case 'hint-asked': {
        const hints = shown.tasks.find(({ id }) => id === event.task)?.hints ?? [];
        const number = (picture.tasks.find(({ id }) => id === event.task)?.hints.length ?? 0) + 1;
        store.act((kept) => kept.takeHint(shown, event.task, number));
        refresh();
        setSaid(announceHint(hints[number - 1]?.plain ?? '', number));
        return;
      }
      case 'solution-asked': {
        const { solution } = picture.solve;
        const state = shown.solutions[solution]?.state ?? null;
        const done = exercise.tasks.map(({ id }) => id);
        const put = handle.current?.show(state);
        if (put === undefined) return;
        told.current = awaiting(told.current, JSON.stringify(put));
        store.act((kept) => kept.showSolution(shown));
        dispatch({ kind: 'solution-shown', solution });
        keepDone(done);
        setSaid(announceSolution(solution + 1, shown.solutions.length));
        return;
      }
      case 'start-again':
        told.current = awaiting(told.current);
        dispatch({ kind: 'started-again' });
        drafts.keep('');
        seen.current.clear();
        setSaid('');
        handle.current?.reset();
    }
  };

  return { picture, send, said, figure: { onState, announce, handle } };
}
