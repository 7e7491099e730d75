/** What the build is asked for beside the files: folded, with what is asked for in its line. */
import { Fragment, type ReactNode, useId } from 'react';
import { Pick, Switches } from '@/figures/frame/Choices';
import { useLive } from '@/figures/frame/use-live';
import { LONGEST_NAME } from '@/figures/project-files/file-path';
import type { ArgumentField, AskedFor } from './picture';
import type { LayerEvent } from './state';

export interface AskedViewProps {
  readonly asked: AskedFor;
  readonly send: (event: LayerEvent) => void;
}

export function AskedView({ asked, send }: AskedViewProps): ReactNode {
  const { options, fields, targets, cache } = asked;
  return (
    <details className="figure-fold layer-asked">
      <summary>
        Asked for:{' '}
        {options.length === 0
          ? 'a plain build'
          : options.map((option, at) => (
              <Fragment key={option}>
                {at === 0 ? null : ', '}
                <code>{option}</code>
              </Fragment>
            ))}
      </summary>
      <div className="figure-folded">
        {fields.length === 0 ? <p>This Dockerfile declares no ARG, so there is none to give.</p> : null}
        {fields.map((field) => (
          <Field key={field.name} field={field} send={send} />
        ))}
        {targets.length === 0 ? null : <Pick legend="Target" choices={targets} send={send} />}
        <Switches legend="Every COPY, ADD and RUN, cached or not" choices={cache} send={send} />
      </div>
    </details>
  );
}

interface FieldProps {
  readonly field: ArgumentField;
  readonly send: (event: LayerEvent) => void;
}

function Field({ field: { name, value, standard, says }, send }: FieldProps): ReactNode {
  const id = useId();
  const live = useLive();
  return (
    <p className="project-field">
      <label htmlFor={id}>
        <code>{name}</code>
      </label>
      <input
        id={id}
        value={value}
        placeholder={standard === '' ? 'no value' : standard}
        maxLength={LONGEST_NAME}
        disabled={!live}
        onChange={({ target }) => send({ kind: 'argument-typed', name, value: target.value })}
        aria-describedby={says === '' ? undefined : `${id}-says`}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      {says === '' ? null : <span id={`${id}-says`}>{says}</span>}
    </p>
  );
}
