/** The bump adviser: what changed, the next version on a crate, and who gets it without asking. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { Choices, Switches } from '@/figures/frame/Choices';
import { FigureFrame } from '@/figures/frame/FigureFrame';
import { Fold } from '@/figures/frame/Fold';
import { type FigureProps, useFigure } from '@/figures/frame/use-figure';
import { about } from './about';
import { model } from './model';
import type { BumpPicture, ReasonRow } from './present';
import type { BumpScenario } from './scenario';
import type { BumpEvent } from './state';

export default function BumpFigure(props: FigureProps<BumpScenario>): ReactNode {
  const { picture, send, frame } = useFigure(model, props);
  const { crates, questions, receipts, receiptsSay } = picture;
  return (
    <FigureFrame
      {...frame}
      task={picture.task}
      controls={<Controls picture={picture} send={send} />}
      details={<Details picture={picture} />}
      about={about}
    >
      <div className="bump-desk">
        <Switches legend="Changed since" choices={picture.changes} send={send} />
        <ol className="bump-crates" aria-label="Versions">
          {crates.map(({ status, number, word }) => (
            <li key={`${status} ${number}`} className={`bump-crate ${status}`}>
              <b>{number}</b>
              <span>{word}</span>
            </li>
          ))}
        </ol>
        {questions.map(({ id, legend, choices }) => (
          <Choices key={id} legend={legend} choices={choices} send={send} />
        ))}
        <div className="bump-receipts">
          <p>{receiptsSay}</p>
          <ul>
            {receipts.map(({ asker, status, word }) => (
              <li key={asker} className={status}>
                <code>{asker}</code>
                <span>{word}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </FigureFrame>
  );
}

interface PartProps {
  readonly picture: BumpPicture;
  readonly send: (event: BumpEvent) => void;
}

function Controls({ picture, send }: PartProps): ReactNode {
  const { forms, years, release } = picture;
  return (
    <>
      <Choices legend="Publish it as" choices={forms} send={send} />
      {years.length === 0 ? null : <Choices legend="In the year" choices={years} send={send} />}
      <Button {...release} onPress={() => send({ kind: 'released' })} />
    </>
  );
}

function Details({ picture }: { readonly picture: BumpPicture }): ReactNode {
  const { reasons, command } = picture;
  return (
    <Fold summary="What each change does, by which rule, and what people argue about">
      {reasons.length === 0 ? <p>Nothing has changed.</p> : null}
      <ul className="bump-reasons">
        {reasons.map((row) => (
          <Reason key={row.id} {...row} />
        ))}
      </ul>
      {command === '' ? null : (
        <p>
          uv writes the number with <code>{command}</code>.
        </p>
      )}
    </Fold>
  );
}

function Reason({ label, decides, word, notices, because, clause, argued }: ReasonRow): ReactNode {
  return (
    <li>
      <b>{label}</b> — {word}
      {decides ? ' (decides)' : ''}. {notices} {because}
      {clause === undefined ? null : (
        <>
          {' '}
          <a href={clause.url}>{clause.name}</a>: {clause.says}
        </>
      )}
      {argued === '' ? null : <i> {argued}</i>}
    </li>
  );
}
