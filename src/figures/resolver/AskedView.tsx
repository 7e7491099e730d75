/** What the reader asks for, as chips: each can be written anew or left out, and another put beside them. */
import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { useLive } from '@/figures/frame/use-live';
import type { ResolverEvent } from './state';
import type { PartProps } from './View';

/** The place of the requirement that is written anew, or one more. */
type Edited = number | 'another';

/** Chips that are drawn at first, and those that are drawn at all: more are changed in the text. */
const MOST_CHIPS = 12;
const MOST_SHOWN = 100;

export function AskedView({ picture, send, parts }: PartProps): ReactNode {
  const { asked, isHidden } = picture;
  const [edited, setEdited] = useState<Edited>();
  const [isAll, setAll] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const live = useLive();
  // Back to where the reader came from, since what is written in goes away; and once more when the answer has come, if their chip
  // went with it.
  const owed = useRef<Edited>(undefined);
  const focus = (to: Edited) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('.resolver-own > button:first-child');
    buttons?.[to === 'another' ? buttons.length - 1 : Math.min(to, buttons.length - 1)]?.focus();
  };
  const leave = (to: Edited) => {
    setEdited(undefined);
    requestAnimationFrame(() => focus(to));
  };
  const change = (to: Edited, event: ResolverEvent) => {
    owed.current = to;
    send(event);
    leave(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what is asked for has changed, and then only
  useLayoutEffect(() => {
    if (owed.current !== undefined && document.activeElement === document.body) focus(owed.current);
    owed.current = undefined;
  }, [asked.join('\n')]);
  return (
    <fieldset className="resolver-asked" disabled={!live} ref={list}>
      <legend>You ask for</legend>
      {asked.slice(0, isAll ? undefined : MOST_CHIPS).map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same may be asked for twice
        <span className="resolver-own" key={place}>
          <Button label={`Change ${text}`} onPress={() => setEdited(place)}>
            <code>{text}</code>
          </Button>
          <Button
            label={`Leave out ${text}`}
            onPress={() => change(place, { kind: 'way-taken', changes: [{ place, to: undefined }] })}
          >
            ×
          </Button>
        </span>
      ))}
      {isAll || asked.length <= MOST_CHIPS ? null : (
        <Button
          label={`and ${asked.length - MOST_CHIPS} more`}
          look="text"
          onPress={() => setAll(asked.length <= MOST_SHOWN)}
        />
      )}
      <span className="resolver-own">
        <Button label="Ask for another" onPress={() => setEdited('another')}>
          + another
        </Button>
      </span>
      {edited === undefined || isHidden ? null : (
        <OwnForm
          key={edited}
          was={edited === 'another' ? undefined : asked[edited]}
          projects={picture.tuning?.projects ?? []}
          parts={parts}
          leave={() => leave(edited)}
          take={(text) =>
            change(
              edited,
              edited === 'another'
                ? { kind: 'requirement-put', text }
                : { kind: 'way-taken', changes: [{ place: edited, to: text }] },
            )
          }
        />
      )}
    </fieldset>
  );
}

interface OwnFormProps extends Pick<PartProps, 'parts'> {
  readonly was: string | undefined;
  readonly projects: readonly string[];
  readonly leave: () => void;
  readonly take: (text: string) => void;
}

function OwnForm({ was, projects, parts, leave, take }: OwnFormProps): ReactNode {
  const id = useId();
  // The browser keeps what is typed: while the parts come, a drawing that waits for their styles would put an older text back.
  const input = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string>();
  const { withCore, loadLate } = parts;
  const given = (event: { preventDefault(): void }) => {
    event.preventDefault();
    const text = input.current?.value ?? '';
    withCore(({ refusalOf }) => {
      const refused = refusalOf(text);
      setRefusal(refused);
      if (refused === undefined) take(text.trim());
    });
  };
  return (
    <form
      className="resolver-own-form"
      onSubmit={given}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <label htmlFor={`${id}-text`}>{was === undefined ? 'Another requirement' : `Instead of ${was}`}</label>
      <input
        id={`${id}-text`}
        // biome-ignore lint/a11y/noAutofocus: the reader has just asked for it, and leaves it with Escape
        autoFocus
        ref={input}
        defaultValue={was}
        onFocus={() => withCore(() => loadLate())}
        list={`${id}-projects`}
        placeholder="name>=1"
        aria-invalid={refusal !== undefined || undefined}
        aria-describedby={`${id}-refusal`}
        maxLength={400}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      <datalist id={`${id}-projects`}>
        {projects.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className="figure-button chip">
        {was === undefined ? 'Ask for it' : 'Write it'}
      </button>
      <Button label="Leave it" look="text" onPress={leave} />
      <p id={`${id}-refusal`} className="resolver-refusal" aria-live="polite">
        {refusal ?? ''}
      </p>
    </form>
  );
}
