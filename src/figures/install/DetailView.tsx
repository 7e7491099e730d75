/** Draws what a place on the walk shows in full. */
import type { ReactNode } from 'react';
import { Fold } from '@/figures/frame/Fold';
import { Bay, Launchers, Requirements, ResolvedRows } from './DetailParts';
import { Files, SizedFiles } from './FileLines';
import type { Detail } from './step-detail';

export function DetailView({ detail }: { readonly detail: Detail }): ReactNode {
  switch (detail.kind) {
    case 'want':
      return <pre className="install-line">$ {detail.command}</pre>;
    case 'ask':
      return (
        <>
          <pre className="install-line">GET {detail.path}</pre>
          <ul>
            {detail.wishes.map((wish) => (
              <li key={wish}>{wish}</li>
            ))}
          </ul>
        </>
      );
    case 'list':
      return (
        <>
          <p className="install-counts">
            <span>
              <b>{detail.files.toLocaleString('en')}</b> files
            </span>
            <span>
              <b>{detail.releases.toLocaleString('en')}</b> releases
            </span>
          </p>
          <p>Looked at, from the newest down: {detail.lookedAt.join(', ')}.</p>
        </>
      );
    case 'choose':
      return (
        <>
          <Files lines={detail.list.examples} />
          {detail.list.groups.length === 0 ? null : (
            <Fold summary="All other files, by reason">
              {detail.list.groups.map(({ word, files }) => (
                <Fold key={word} summary={`${word}: ${files.length}`}>
                  <Files lines={files} />
                </Fold>
              ))}
            </Fold>
          )}
        </>
      );
    case 'read':
      return (
        <SizedFiles
          label={detail.from === 'index' ? 'On the index, beside the wheel' : 'In the wheel itself'}
          files={[detail.file]}
        />
      );
    case 'follow':
      return <Requirements {...detail} />;
    case 'resolved':
      return <ResolvedRows rows={detail.rows} />;
    case 'download':
      return (
        <>
          <SizedFiles label="Downloaded" files={[detail.file]} />
          <p>
            <progress value={detail.sum.share} aria-label="Downloaded of all wheels" /> {detail.sum.here} of{' '}
            {detail.sum.all}
          </p>
        </>
      );
    case 'check':
      return (
        <dl className="install-pairs">
          <dt>sha256, says the index</dt>
          <dd>{detail.expected}</dd>
          <dt>sha256, has the file</dt>
          <dd>{detail.got}</dd>
        </dl>
      );
    case 'unpack':
      return (
        <>
          <SizedFiles label={detail.folder} isFolder files={detail.first} />
          {detail.more === 0 ? null : <p>and {detail.more} more</p>}
        </>
      );
    case 'record':
      return (
        <>
          <p>
            {detail.lines.all} lines: {detail.lines.fromWheel} for what was in the wheel, {detail.lines.added.length}{' '}
            for {detail.lines.added.join(', ')}, {detail.lines.compiled} for compiled modules.
          </p>
          <Launchers of={detail.launchers} />
        </>
      );
    case 'end':
      return (
        <div className="install-bays">
          <Bay folder={detail.sitePackages} names={detail.holds.flatMap(({ names }) => names)} />
          <Bay folder={detail.bin} names={detail.launchers.map(({ path }) => path.slice(detail.bin.length + 1))} />
        </div>
      );
    case 'stop':
      return null;
  }
}
