/** The same with the real tool: a script to copy, and a report with the state filled in for when they disagree. */
import { type ReactNode, useState } from 'react';
import { labPath, reportPath } from './addresses';
import { Button } from './Button';
import { CopyButton } from './CopyButton';
import { Fold } from './Fold';
import type { FrameOfFigure } from './use-figure';
import { useHydrated } from './use-live';
import { Sentence } from './Words';

export function RealTool({ realCheck, figure, scenario, fragment }: FrameOfFigure): ReactNode {
  const { says, script } = realCheck;
  // The script can be long, and a page pays for every byte before anybody opens this.
  const hydrated = useHydrated();
  const [blocked, setBlocked] = useState<string>();
  const report = async () => {
    // Opened by the press itself, before the state is ready: a browser refuses a window that opens later.
    const tab = window.open('', '_blank');
    const address = reportPath(labPath(figure, scenario), (await fragment()) ?? '');
    setBlocked(tab === null ? address : undefined);
    if (tab === null) return;
    tab.opener = null;
    tab.location.replace(address);
  };
  return (
    <Fold summary="Check with the real tool">
      <p>
        <Sentence words={says} />
      </p>
      {hydrated ? <pre className="figure-script">{script}</pre> : null}
      <p className="figure-buttons">
        <CopyButton label="Copy the script" text={() => script} />
        <Button label="They disagree: report it" onPress={() => void report()} />
      </p>
      {blocked === undefined ? null : (
        <p>
          The browser let no page open by itself:{' '}
          <a href={blocked} target="_blank" rel="noopener">
            open the report
          </a>
          .
        </p>
      )}
    </Fold>
  );
}
