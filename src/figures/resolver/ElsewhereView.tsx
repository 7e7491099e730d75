/** The other ecosystems drawn: a bay each with its crates, those of npm nested where they stand in each other. */
import { type ReactNode, useRef } from 'react';
import { Button } from '@/figures/frame/Button';
import type { Bay, Crate, ElsewherePicture } from './elsewhere';
import type { ResolverEvent } from './state';

export interface ElsewhereProps {
  readonly elsewhere: ElsewherePicture;
  readonly send: (event: ResolverEvent) => void;
}

export function ElsewhereView({ elsewhere, send }: ElsewhereProps): ReactNode {
  return (
    <div className="resolver-elsewhere">
      {elsewhere.bays.map((bay) => (
        <section key={bay.name} className={`resolver-bay ${bay.kind}`} aria-label={bay.name} tabIndex={-1}>
          <p className="resolver-bay-head">
            <b>{bay.name}</b> <span>{bay.tool}</span>
          </p>
          <Asked bay={bay} />
          <p className="resolver-bay-word">{bay.word}</p>
          {bay.lift === undefined ? null : <Lift lift={bay.lift} send={send} />}
          <Crates crates={bay.crates} />
          {bay.more === 0 ? null : <p className="resolver-bay-more">and {bay.more} more</p>}
          {bay.says === '' ? null : <p>{bay.says}</p>}
          {bay.losses.length === 0 ? null : (
            <details>
              <summary>What was lost on the way</summary>
              <ul>
                {bay.losses.map((loss) => (
                  <li key={loss}>{loss}</li>
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
    </div>
  );
}

interface LiftProps {
  readonly lift: NonNullable<Bay['lift']>;
  readonly send: ElsewhereProps['send'];
}

function Lift({ lift: { label, event }, send }: LiftProps): ReactNode {
  const place = useRef<HTMLParagraphElement>(null);
  // The button goes with the cover: the focus goes on to what stands below it.
  const lifted = () => {
    const bay = place.current?.closest('section');
    send(event);
    requestAnimationFrame(() => bay?.focus());
  };
  return (
    <p className="resolver-lift" ref={place}>
      <Button label={label} onPress={lifted} />
    </p>
  );
}

function Asked({ bay }: { readonly bay: Bay }): ReactNode {
  if (bay.asked.length === 0) return null;
  return (
    <ul className="resolver-bay-asked" aria-label="Asked for">
      {bay.asked.map((line) => (
        <li key={line}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  );
}

function Crates({ crates }: { readonly crates: readonly Crate[] }): ReactNode {
  if (crates.length === 0) return null;
  return (
    <ul className="resolver-crates">
      {crates.map(({ key, name, version, isTwice, inside }) => (
        <li key={key} className={isTwice ? 'twice' : undefined}>
          <span>
            {name} <code>{version}</code>
            {isTwice ? <small> more than once</small> : null}
          </span>
          <Crates crates={inside} />
        </li>
      ))}
    </ul>
  );
}
