/** The other ecosystems drawn: a bay each with its crates, those of npm nested where they stand in each other. */
import type { ReactNode } from 'react';
import type { Bay, Crate, ElsewherePicture } from './elsewhere';

export function ElsewhereView({ elsewhere }: { readonly elsewhere: ElsewherePicture }): ReactNode {
  return (
    <div className="resolver-elsewhere">
      {elsewhere.bays.map((bay) => (
        <section key={bay.name} className={`resolver-bay ${bay.kind}`} aria-label={bay.name}>
          <p className="resolver-bay-head">
            <b>{bay.name}</b> <span>{bay.tool}</span>
          </p>
          <Asked bay={bay} />
          <p className="resolver-bay-word">{bay.word}</p>
          <Crates crates={bay.crates} />
          {bay.more === 0 ? null : <p className="resolver-bay-more">and {bay.more} more</p>}
          <p>{bay.says}</p>
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
