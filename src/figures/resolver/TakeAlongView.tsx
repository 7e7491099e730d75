/** Bringing requirements in from a file, and taking the answer out as one. */
import { type ChangeEvent, type DragEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '@/figures/frame/Button';
import { CopyButton } from '@/figures/frame/CopyButton';
import type { TuningProps } from './TuningView';
import { type TakenIn, takeIn } from './take-in';
import { FORMS, type Form, takeOut } from './take-out';

const LABELS: Readonly<Record<Form, string>> = {
  requirements: 'requirements.txt',
  tree: 'Tree',
  mermaid: 'Mermaid',
};

export function TakeAlongView(props: TuningProps): ReactNode {
  return (
    <div className="resolver-along">
      <TakeIn {...props} />
      <TakeOut {...props} />
    </div>
  );
}

function TakeIn({ picture, send }: TuningProps): ReactNode {
  const id = useId();
  const [text, setText] = useState('');
  const [taken, setTaken] = useState<TakenIn>();
  const take = (file: string) => {
    const found = takeIn(file, picture.shown);
    setTaken(found);
    if (found.texts.length > 0) send({ kind: 'requirements-taken', texts: found.texts });
  };
  const dropped = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) return;
    event.preventDefault();
    void file.text().then(setText);
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file !== undefined) void file.text().then(setText);
  };
  return (
    <section>
      <label className="resolver-label" htmlFor={`${id}-file`}>
        A requirements.txt or a pyproject.toml, pasted or dropped here; it stays on this page
      </label>
      <textarea
        id={`${id}-file`}
        rows={5}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onDrop={dropped}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      <p className="figure-buttons">
        <Button
          label="Ask for these instead"
          onPress={() => take(text)}
          disabledBecause={text.trim() === '' ? 'There is nothing to read yet.' : undefined}
        />
        <label className="resolver-file">
          <span>or a file:</span> <input type="file" accept=".txt,.toml,.in,text/plain" onChange={chosen} />
        </label>
      </p>
      <div aria-live="polite">
        {taken === undefined ? null : (
          <>
            <p>
              {taken.texts.length === 0
                ? 'Nothing was taken: what you ask for stays.'
                : `Taken: ${taken.texts.length} in place of what you asked for. “Undo” brings that back.`}
            </p>
            {taken.left.length === 0 ? null : (
              <ul>
                {taken.left.map((why) => (
                  <li key={why}>{why}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function TakeOut({ picture }: TuningProps): ReactNode {
  const { verdict, shown, remote } = picture;
  const [made, setMade] = useState<{ readonly form: Form; readonly of: string; readonly text: string }>();
  const because =
    verdict.kind !== 'solved'
      ? 'There is no answer to take along.'
      : remote !== undefined
        ? 'The answer is too large to be written here.'
        : undefined;
  const make = (form: Form) => {
    const text = takeOut(shown, form);
    setMade(text === undefined ? undefined : { form, of: shown, text });
  };
  const isFresh = made !== undefined && made.of === shown;
  return (
    <section>
      <p className="resolver-label">The answer as</p>
      <p className="figure-buttons">
        {FORMS.map((form) => (
          <Button key={form} label={LABELS[form]} onPress={() => make(form)} disabledBecause={because} />
        ))}
      </p>
      {isFresh ? (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
          <pre className="figure-script" tabIndex={0}>
            {made.text}
          </pre>
          <p className="figure-buttons">
            <CopyButton label="Copy it" text={() => made.text} />
          </p>
        </>
      ) : null}
      <p className="resolver-label">
        A pylock.toml needs each file’s address and hash, which a scenario doesn’t hold; so none is written.
      </p>
    </section>
  );
}
