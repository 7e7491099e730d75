/** The image: what anybody can read in it, its layers as a stack, its configuration. */
import type { CSSProperties, ReactNode } from 'react';
import { Fold } from '@/figures/frame/Fold';
import { Sentence } from '@/figures/frame/Words';
import type { ChangeList, ImagePicture, LayerRow, SecretRow } from './image-picture';

export function ImageView({
  image: { says, layers, history, config, secrets },
}: {
  readonly image: ImagePicture;
}): ReactNode {
  return (
    <div className="layer-seen">
      <p>{says}</p>
      {layers.length === 0 ? null : (
        <>
          <p className="layer-heading">Layers, from the bottom up</p>
          <ol className="layer-stack">
            {layers.map((row) => (
              <Layer key={row.key} row={row} />
            ))}
          </ol>
        </>
      )}
      {secrets === undefined ? null : <Readable secrets={secrets} />}
      {history.length === 0 ? null : (
        <Fold summary="As docker history --no-trunc prints it">
          <table className="layer-history">
            <thead>
              <tr>
                <th scope="col">CREATED BY</th>
                <th scope="col">SIZE</th>
              </tr>
            </thead>
            <tbody>
              {history.map(({ key, createdBy, size }) => (
                <tr key={key}>
                  <td>{createdBy}</td>
                  <td>{size}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="layer-quiet">The lines of the base follow.</p>
        </Fold>
      )}
      {config.length === 0 ? null : (
        <Fold summary="Configuration">
          <dl className="layer-config">
            {config.map(({ name, values }) => (
              <div key={name}>
                <dt>{name}</dt>
                {values.map((value) => (
                  <dd key={value}>
                    <code>{value}</code>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </Fold>
      )}
    </div>
  );
}

function Layer({ row }: { readonly row: LayerRow }): ReactNode {
  const { line, createdBy, size, share, word, isEmpty, changes, buried } = row;
  return (
    <li className={`layer-slab${isEmpty ? ' empty' : ''}${buried === '' ? '' : ' buried'}`}>
      <span className="layer-line" aria-hidden="true">
        {line}
      </span>
      <code>{createdBy}</code>
      <span className="layer-slab-size">{size}</span>
      {share === 0 ? null : (
        <span className="layer-bar" aria-hidden="true" style={{ '--share': share } as CSSProperties} />
      )}
      {word === '' ? null : <span className="layer-slab-more layer-quiet">{word}</span>}
      {changes.map((change) => (
        <Changes key={change.word} change={change} />
      ))}
      {buried === '' ? null : <span className="layer-slab-more layer-buried">{buried}</span>}
    </li>
  );
}

function Changes({ change: { word, paths, more } }: { readonly change: ChangeList }): ReactNode {
  return (
    <span className="layer-slab-more">
      {word}{' '}
      {paths.map((path, at) => (
        <span key={path}>
          {at === 0 ? '' : ', '}
          <code>{path}</code>
        </span>
      ))}
      {more === 0 ? '' : ` and ${more} more`}
    </span>
  );
}

function Readable({ secrets }: { readonly secrets: readonly SecretRow[] }): ReactNode {
  return (
    <div className={`layer-readable${secrets.length === 0 ? '' : ' some'}`}>
      <p className="layer-heading">What anybody can read in it</p>
      {secrets.length === 0 ? (
        <p>Nothing that looks like a secret by its name.</p>
      ) : (
        <ul>
          {secrets.map(({ key, code, says }) => (
            <li key={key}>
              <code>{code}</code> <Sentence words={says} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
