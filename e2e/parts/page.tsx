/** A page of its own for the parts of the frame that a figure uses: what frame-parts.spec.ts operates. */

import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Button } from '@/figures/frame/Button';
import { EditAsText } from '@/figures/frame/EditAsText';
import '@/figures/frame/frame.css';
import '@/styles/tokens.css';
import '@/styles/base.css';

/** Problems as a figure would find them: each line must end in .whl. */
function problemsOf(text: string) {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const at = { start, end: start + line.length };
    start = at.end + 1;
    return line === '' || line.endsWith('.whl') ? [] : [{ at, message: `“${line}” is no wheel: end it in .whl.` }];
  });
}

const first = 'typed-1.0-py3-none-any.whl\nnumpy-2.3.1-cp313-cp313-macosx_14_0_arm64.whl\nreadme.txt\n';

function Parts() {
  const [text, setText] = useState(first);
  const problems = useMemo(() => problemsOf(text), [text]);
  return (
    <section className="figure" aria-label="Parts">
      <div className="figure-controls">
        <Button label="First list" onPress={() => setText(first)} />
        <EditAsText
          label="Files of the release"
          hint="One file name on each line."
          value={text}
          problems={problems}
          onChange={setText}
        />
      </div>
      <pre className="figure-stage" data-given>
        {text.slice(0, 500)}
      </pre>
      <div className="figure-foot">
        <Button label="After" onPress={() => {}} />
      </div>
    </section>
  );
}

const root = document.querySelector('main');
if (root) createRoot(root).render(<Parts />);
