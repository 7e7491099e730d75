/**
 * An exercise around its figure: tasks with their hints, the line that says what is still missing, solutions, and the figure in the
 * exercise's own start state. As served it is a still with everything folded, so it reads without script.
 */
import type { ComponentType, ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import type { FigureProps } from '@/figures/frame/use-figure';
import { useHydrated } from '@/figures/frame/use-live';
import './exercise.css';
import type { PanelPicture, StatusLine, TaskRow } from './present-panel';
import type { ShownExercise } from './shown-exercise';
import { type RunningExercise, useExercise } from './use-exercise';
import type { OpenStore } from './use-store';

export interface ExerciseProps<Scenario> {
  readonly exercise: ShownExercise;
  readonly scenario: FigureProps<Scenario>['scenario'];
}

interface PanelProps<Scenario> extends ExerciseProps<Scenario> {
  readonly Figure: ComponentType<FigureProps<Scenario>>;
  readonly openStore: OpenStore;
}

export function ExercisePanel<Scenario>({ exercise, scenario, Figure, openStore }: PanelProps<Scenario>): ReactNode {
  const { picture, send, said, figure } = useExercise(exercise, openStore);
  const live = useHydrated();
  const { start } = exercise;
  return (
    <div className="exercise" data-live={live} data-status={picture.status.kind}>
      <section className="exercise-tasks" aria-labelledby="exercise-tasks">
        <header className="exercise-head">
          <h2 id="exercise-tasks">{exercise.tasks.length === 1 ? 'Your task' : 'Your tasks'}</h2>
          <p className="exercise-result" data-result={picture.result}>
            {live ? picture.resultWords : ''}
          </p>
        </header>
        {picture.changed ? <p className="exercise-note">This exercise has changed since you solved it.</p> : null}
        <ol className="exercise-list">
          {picture.tasks.map((task, i) => (
            <Task key={task.id} task={task} of={exercise.tasks[i]} alone={exercise.tasks.length === 1} send={send} />
          ))}
        </ol>
        {picture.explain === undefined ? null : <Prose className="exercise-explain" html={picture.explain} />}
        {picture.unkept ? (
          <p className="exercise-note">This state is too large to be kept: it goes when you leave the page.</p>
        ) : null}
        <Acts picture={picture} send={send} />
        <Folded exercise={exercise} />
      </section>
      <div className="exercise-figure">
        <Figure
          {...figure}
          id="exercise-figure"
          scenario={scenario}
          host="exercise"
          {...(start === undefined ? {} : { start })}
        />
        {live ? <Status status={picture.status} /> : null}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}

/** The author's words, set at build from Markdown without raw HTML. */
function Prose({ html, className }: { readonly html: string; readonly className: string }): ReactNode {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the HTML was made at build from the course's own Markdown
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

interface TaskProps {
  readonly task: TaskRow;
  readonly of: ShownExercise['tasks'][number] | undefined;
  readonly alone: boolean;
  readonly send: RunningExercise['send'];
}

function Task({ task, of, alone, send }: TaskProps): ReactNode {
  const { id, number, done, word, goal, missing, hints, nextHint } = task;
  return (
    <li className="exercise-task" data-done={done || undefined}>
      <span className="exercise-mark" aria-hidden="true">
        {done || alone ? null : number}
      </span>
      <div>
        <Prose className="exercise-goal" html={goal} />
        <p className="visually-hidden">This task is {word}.</p>
        {missing.length === 0 ? null : (
          <ul className="exercise-missing" aria-label="Still missing">
            {missing.map((html) => (
              <li key={html}>
                <Prose className="exercise-said" html={html} />
              </li>
            ))}
          </ul>
        )}
        {hints.length === 0 ? null : (
          <ol className="exercise-hints" aria-label="Hints">
            {hints.map(({ html }) => (
              <li key={html}>
                <Prose className="exercise-said" html={html} />
              </li>
            ))}
          </ol>
        )}
        {nextHint === undefined ? null : (
          <p className="exercise-ask">
            <Button
              label={alone ? nextHint : `${nextHint}: task ${number}`}
              look="text"
              onPress={() => send({ kind: 'hint-asked', task: id })}
            >
              {nextHint}
            </Button>
          </p>
        )}
        <noscript>
          {of?.hints.map(({ html }, i) => (
            <details key={html} className="figure-fold">
              <summary>Hint {i + 1}</summary>
              <Prose className="exercise-said" html={html} />
            </details>
          ))}
        </noscript>
      </div>
    </li>
  );
}

function Acts({
  picture,
  send,
}: {
  readonly picture: PanelPicture;
  readonly send: RunningExercise['send'];
}): ReactNode {
  const { solve, shownSolution, startAgainDisabledBecause } = picture;
  return (
    <>
      {shownSolution === undefined ? null : <Prose className="exercise-solution" html={shownSolution} />}
      <p className="exercise-acts">
        <Button label={solve.label} onPress={() => send({ kind: 'solution-asked' })} />
        <Button
          label="Start again"
          onPress={() => send({ kind: 'start-again' })}
          disabledBecause={startAgainDisabledBecause}
        />
      </p>
    </>
  );
}

/** Without script: the solutions and why it is so, behind a fold. */
function Folded({ exercise }: { readonly exercise: ShownExercise }): ReactNode {
  return (
    <noscript>
      <details className="figure-fold">
        <summary>Solutions</summary>
        <ol>
          {exercise.solutions.map(({ says }) => (
            <li key={says}>
              <Prose className="exercise-said" html={says} />
            </li>
          ))}
        </ol>
        <Prose className="exercise-explain" html={exercise.explain} />
      </details>
    </noscript>
  );
}

/** A shape for each kind, so that colour never stands alone. */
const shapes: Readonly<Record<StatusLine['kind'], ReactNode>> = {
  open: <circle cx="8" cy="8" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  mistake: <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />,
  solved: <path d="m3 8.5 3.2 3.2L13 4.5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

/** What is still missing, in view while the reader works in the figure. */
function Status({ status }: { readonly status: StatusLine }): ReactNode {
  return (
    <div className="exercise-status" data-kind={status.kind}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[status.kind]}
      </svg>
      <p className="exercise-label">{status.label}</p>
      <Prose className="exercise-said" html={status.html} />
    </div>
  );
}
