/** An archive to take along: a link that saves it, what can be done with it at home, and the hash of one that was built. */
import { type ReactNode, useEffect, useState } from 'react';
import { Sentence } from '@/figures/frame/Words';
import { bytesWord } from '@/figures/layer-cache/amounts';
import type { TakenPicture } from './picture';
import { useBox } from './use-box';

export function TakenFile({ taken }: { readonly taken: TakenPicture }): ReactNode {
  const answer = useBox(taken);
  if (answer === undefined) return <p>The file is being written …</p>;
  if (answer.kind === 'refused') return <p>{answer.message}</p>;
  const { name, bytes, report } = answer;
  return (
    <div className="builder-taken">
      <p>
        <SaveLink name={name} bytes={bytes} />
      </p>
      <p>
        <Sentence words={taken.atHome} />
      </p>
      {report === undefined ? null : (
        <p>
          Its SHA-256, the same for everyone who builds these files here: <code>{report.sha256}</code>
        </p>
      )}
    </div>
  );
}

interface SaveLinkProps {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function SaveLink({ name, bytes }: SaveLinkProps): ReactNode {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return (
    <a href={address} download={name}>
      Save {name} ({bytesWord(bytes.length)})
    </a>
  );
}
