/** The specifier explorer: a project’s versions on a line, the admitted ones lit, and the same in the notations of npm and Cargo. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices, Switches } from '@/figures/frame/Choices';
import { EditAsText } from '@/figures/frame/EditAsText';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Stepper } from '@/figures/frame/Stepper';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { about } from './about';
import { Lanes } from './LanesView';
import { VersionLine } from './LineView';
import { model } from './model';
import type { Send, SpecifierPicture } from './present';
import type { SpecifierScenario } from './scenario';
import { LARGEST_LIST } from './state';

/** In a lecture the figure may stand twice: `title` tells one from the other. */
interface Props extends FigureProps<SpecifierScenario> {
  readonly title?: string;
}

export default function SpecifierFigure(props: Props): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  const { why, goal, differs, listed, line, editor } = picture;
  return (
    <FigureFrame
      {...frame}
      title={props.title ?? frame.title}
      task={['Type a specifier, or move its bounds, and watch which versions light up. Tap one to ask why.']}
      controls={<SpecifierControls picture={picture} send={send} />}
      details={
        <>
          <EditAsText
            label="The versions"
            hint="One on each line; “yanked” behind one marks it."
            value={editor.text}
            problems={editor.problems}
            onChange={(text) => send({ kind: 'versions-typed', text })}
            largest={LARGEST_LIST}
          />
          {editor.isOwn ? (
            <p>
              <Button label="Back to the project’s list" onPress={() => send({ kind: 'versions-left' })} look="text" />
            </p>
          ) : null}
        </>
      }
      about={about}
    >
      {goal === undefined ? null : <GoalLine goal={goal} />}
      <Lanes id={frame.id} lanes={picture.lanes} send={send}>
        <ClauseControls picture={picture} send={send} />
      </Lanes>
      {differs.length === 0 ? null : (
        <p className="spec-differs">
          <b>What differs.</b> {differs.join(' ')}
        </p>
      )}
      <div className="spec-controls spec-tap">
        <Choices legend="Tap" choices={picture.controls.taps} send={send} />
      </div>
      <p className="spec-listed">{listed}</p>
      <VersionLine line={line} send={send} />
      {why === undefined ? null : (
        <dl className="spec-why">
          {why.lines.map(({ who, says }) => (
            <div key={who}>
              <dt>
                {why.version}, {who}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </FigureFrame>
  );
}

interface PartProps {
  readonly picture: SpecifierPicture;
  readonly send: Send;
}

/** What is tried, and what is said beside the specifier: of pre-releases, and in other notations. */
function SpecifierControls({ picture: { controls }, send }: PartProps): ReactNode {
  const { tries, policies, beside, intents } = controls;
  return (
    <div className="spec-controls">
      <Choices legend="Try" choices={tries} send={send} />
      <Choices legend="Pre-releases" choices={policies} send={send} />
      <Switches legend="Beside it" choices={beside} send={send} />
      {intents === undefined ? null : <Choices {...intents} send={send} />}
    </div>
  );
}

/** The specifier by thumb: a clause, its operator, its bound. */
function ClauseControls({ picture: { controls }, send }: PartProps): ReactNode {
  const { clauses, operators, bound, addDisabledBecause, dropDisabledBecause } = controls;
  return (
    <div className="spec-controls">
      {clauses.length === 0 ? null : <Choices legend="Clause" choices={clauses} send={send} />}
      <Choices legend="Operator" choices={operators} send={send} />
      <div className="spec-clause">
        {bound === undefined ? null : <Stepper {...bound} send={send} />}
        <Button
          label="Add a clause"
          onPress={() => send({ kind: 'clause-added' })}
          disabledBecause={addDisabledBecause}
        />
        <Button
          label="Drop this one"
          onPress={() => send({ kind: 'clause-dropped' })}
          disabledBecause={dropDisabledBecause}
        />
      </div>
    </div>
  );
}

function GoalLine({
  goal: { says, isMet, tooMuch, tooLittle },
}: {
  readonly goal: NonNullable<SpecifierPicture['goal']>;
}): ReactNode {
  return (
    <div className="spec-goal" data-met={isMet || undefined}>
      <p>{says}</p>
      {tooMuch.length === 0 ? null : <p>Too much: {listOf(tooMuch)}.</p>}
      {tooLittle.length === 0 ? null : <p>Missing: {listOf(tooLittle)}.</p>}
    </div>
  );
}

/** A dozen by name, the others by number. */
function listOf(versions: readonly string[]): string {
  const more = versions.length - MOST_NAMED;
  return `${versions.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const MOST_NAMED = 12;
