/** The decoder's field and what stands in it, part by part. */
import type { ReactNode } from 'react';
import { Button } from '@/figures/frame/Button';
import { useLive } from '@/figures/frame/use-live';
import { Sentence } from '@/figures/frame/Words';
import type { DecodedPart, Decoder, DecoderProblem } from './decoder';
import type { WheelEvent } from './state';

interface DecoderProps {
  readonly id: string;
  readonly decoder: Decoder;
  /** How the file stands among the others, in a sentence. */
  readonly standing: string;
  readonly send: (event: WheelEvent) => void;
}

export function DecoderView({ id, decoder, standing, send }: DecoderProps): ReactNode {
  const live = useLive();
  const { name, follows, parts, staleOf, problems, expands, verdict } = decoder;
  return (
    <div className="wheel-decoder" data-stale={staleOf !== undefined || undefined}>
      <p className="wheel-field">
        <label htmlFor={id}>A wheel’s file name</label>
        <input
          id={id}
          type="text"
          value={name}
          disabled={!live}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          autoCorrect="off"
          onChange={({ target }) => send({ kind: 'name-typed', name: target.value })}
        />
        {follows ? null : <Button label="Follow the light" onPress={() => send({ kind: 'name-left' })} look="text" />}
      </p>
      <ul className="wheel-problems" id={`${id}-problems`}>
        {problems.map((problem) => (
          <ProblemLine key={`${problem.character} ${problem.message}`} problem={problem} />
        ))}
      </ul>
      <ol className="wheel-parts">
        {parts.map((part) => (
          <PartItem key={part.kind} part={part} />
        ))}
      </ol>
      <p className="wheel-verdict">
        <Sentence words={verdict} />
        {expands > 1 ? ` The name stands for ${expands.toLocaleString('en')} tags.` : ''} {standing}
      </p>
    </div>
  );
}

function ProblemLine({ problem }: { readonly problem: DecoderProblem }): ReactNode {
  const { message, before, wrong, after, character } = problem;
  return (
    <li>
      <code>
        {before}
        <mark>{wrong === '' ? '|' : wrong}</mark>
        {after}
      </code>
      <span>
        Character {character}: {message}
      </span>
    </li>
  );
}

function PartItem({ part }: { readonly part: DecodedPart }): ReactNode {
  const { label, text, says, tags, more, isWrong, isStale } = part;
  return (
    <li className={`wheel-part ${part.kind}${isWrong ? ' wrong' : ''}${isStale ? ' stale' : ''}`}>
      <code>{text}</code>
      <b>
        {label}
        {isWrong ? ', wrong' : ''}
        {isStale ? ', from before' : ''}
      </b>
      <span>{says}</span>
      {tags.length === 0 ? null : (
        <ul>
          {tags.map((tag) => (
            <li key={tag.text}>
              <code>{tag.text === '' ? '(empty)' : tag.text}</code> {tag.says}
            </li>
          ))}
          {more > 0 ? <li>and {more.toLocaleString('en')} more</li> : null}
        </ul>
      )}
    </li>
  );
}
