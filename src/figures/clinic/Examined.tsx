/** What is known of a patient once its reader has predicted: what stops it and where, what the tools say, why, and how to mend it. */
import type { ReactNode } from 'react';
import { plainText } from '@/core/workstation';
import { Button } from '@/figures/frame/Button';
import { Choices } from '@/figures/frame/Choices';
import { Fold } from '@/figures/frame/Fold';
import { Sentence } from '@/figures/frame/Words';
import type { Examination, FindingRow, ToolWords } from './picture';
import type { ClinicEvent } from './state';

export interface ExaminedProps {
  readonly examination: Examination;
  readonly isMending: boolean;
  readonly mend: () => void;
  /** Opens a file and goes there. */
  readonly open: (event: ClinicEvent) => void;
  /** To another patient. */
  readonly goOn: (event: ClinicEvent) => void;
  readonly send: (event: ClinicEvent) => void;
}

export function Examined({ examination, isMending, mend, open, goOn, send }: ExaminedProps): ReactNode {
  const { said, findings, steps, words, cure, next } = examination;
  return (
    <>
      <p className={said.isRight ? 'clinic-said right' : 'clinic-said'} tabIndex={-1}>
        {said.words}
      </p>
      <Findings findings={findings} open={open} />
      <div className="clinic-mend">
        {isMending || cure === undefined ? null : <Button label="Mend it" onPress={mend} />}
        {isMending && cure !== undefined ? (
          <Button
            label={`Show me: ${cure.says}`}
            disabledBecause={cure.disabledBecause}
            onPress={() => send({ kind: 'cured' })}
          />
        ) : null}
        <Button label="Begin this patient again" look="text" onPress={() => send({ kind: 'begun-again' })} />
        {next === undefined ? null : <Button label={next.label} look="text" onPress={() => goOn(next.event)} />}
      </div>
      {isMending && cure?.disabledBecause !== undefined ? <p className="clinic-hint">{cure.disabledBecause}</p> : null}
      <Said words={words} send={send} />
      {steps.length === 0 ? null : (
        <Fold summary="What was looked up on the way">
          <ol>
            {steps.map((step) => (
              <li key={plainText(step)}>
                <Sentence words={step} />
              </li>
            ))}
          </ol>
        </Fold>
      )}
    </>
  );
}

interface FindingsProps {
  readonly findings: readonly FindingRow[];
  readonly open: ExaminedProps['open'];
}

function Findings({ findings, open }: FindingsProps): ReactNode {
  if (findings.length === 0) return null;
  return (
    <ul className="clinic-findings" aria-label="What is found">
      {findings.map(({ place, event, message }) => (
        <li key={`${place} ${plainText(message)}`}>
          {event === undefined ? null : (
            <>
              <Button label={place} look="text" isOnPaper onPress={() => open(event)} />{' '}
            </>
          )}
          <Sentence words={message} />
        </li>
      ))}
    </ul>
  );
}

/** A tool’s own words, as a terminal shows them. */
function Said({ words, send }: { readonly words: ToolWords; readonly send: ExaminedProps['send'] }): ReactNode {
  const { tools, who, command, ended, lines, differs } = words;
  return (
    <div className="clinic-tool">
      <Choices legend="What the tools said of it as it came in" choices={tools} send={send} />
      <figure aria-label={`${who}: ${command}`}>
        <figcaption>
          {who} <span>{ended}</span>
        </figcaption>
        <pre>
          <code>
            <b>$ {command}</b>
            {`\n${lines.join('\n')}`}
          </code>
        </pre>
      </figure>
      {differs === '' ? null : <p>{differs}</p>}
    </div>
  );
}
