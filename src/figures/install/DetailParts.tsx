/** Draws requirements, what they come to together, launchers, and the folders as bays. */
import type { ReactNode } from 'react';
import type { Detail, Launcher, ResolvedRow } from './step-detail';

type FollowDetail = Extract<Detail, { kind: 'follow' }>;

/** Those that count, and those that don't, struck, with the reason. */
export function Requirements({ counted, left }: Pick<FollowDetail, 'counted' | 'left'>): ReactNode {
  if (counted.length + left.length === 0) return <p>It requires nothing.</p>;
  return (
    <ul className="install-requirements">
      {counted.map((text) => (
        <li key={text} className="counted">
          <code>{text}</code>
        </li>
      ))}
      {left.map(({ requirement, why }) => (
        <li key={requirement}>
          <s>
            <code>{requirement}</code>
          </s>
          <span>{why}</span>
        </li>
      ))}
    </ul>
  );
}

/** A project, the range that all wishes come to, and the release that was taken. */
export function ResolvedRows({ rows }: { readonly rows: readonly ResolvedRow[] }): ReactNode {
  return (
    <ul className="install-requirements">
      {rows.map(({ project, version, range, askedBy }) => (
        <li key={project} className="counted">
          <b>
            {project} {version}
          </b>
          <span>
            {range === '' ? 'any version' : <code>{range}</code>}, asked for by {askedBy}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Launchers({ of }: { readonly of: readonly Launcher[] }): ReactNode {
  if (of.length === 0) return <p>It has no entry point for the console: no launcher is written.</p>;
  return of.map(({ path, calls }) => (
    <p key={path}>
      Launcher <code>{path}</code> calls <code>{calls}</code>
    </p>
  ));
}

/** A folder as a bay, open at the top, with what stands in it. */
export function Bay({ folder, names }: { readonly folder: string; readonly names: readonly string[] }): ReactNode {
  return (
    <div>
      <p className="install-folder">{folder}</p>
      <ul className="install-bay">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}
