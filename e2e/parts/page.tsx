/** A page of its own for the parts of the frame that a figure uses: what frame-editor and frame-worker.spec.ts operate. */
import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Button } from '@/figures/frame/Button';
import { EditAsText } from '@/figures/frame/EditAsText';
import { createWorkerClient } from '@/figures/frame/worker-client';
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

const client = createWorkerClient<string, string>({
  create: () => new Worker(new URL('./rank.worker.ts', import.meta.url), { type: 'module' }),
  sizeOf: (text) => text.length,
  largest: 2_000_000,
  timeLimit: 3_000,
});
const machines = ['cp313-cp313-manylinux_2_28_x86_64', 'cp39-abi3-manylinux_2_17_x86_64', 'cp313-cp313-win_amd64'];
const questions = [
  ['Rank 20,000 files', Array.from({ length: 20_000 }, (_, at) => `a-${at}-${machines[at % 3]}.whl`).join('\n')],
  ['Never end', 'never end'],
  ['Die', 'die'],
  ['Too large', 'x'.repeat(2_000_001)],
] as const;

/** Questions to a real worker, and their outcomes as they come. */
function Ranking() {
  const [outcomes, setOutcomes] = useState<readonly string[]>([]);
  const [count, setCount] = useState(0);
  const controller = useRef(new AbortController());
  const ask = async (question: string) => {
    const outcome = await client.ask(question, controller.current);
    setOutcomes((before) => [...before, outcome.kind === 'answered' ? outcome.answer : outcome.kind]);
  };
  const cancel = () => {
    controller.current.abort();
    controller.current = new AbortController();
  };
  return (
    <section className="figure" aria-label="Ranking">
      {questions.map(([label, question]) => (
        <Button key={label} label={label} onPress={() => void ask(question)} />
      ))}
      <Button label="Cancel" onPress={cancel} />
      <Button label={`Count ${count}`} onPress={() => setCount(count + 1)} />
      <ol data-outcomes>
        {outcomes.map((outcome, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: outcomes come in their order and stay
          <li key={at}>{outcome}</li>
        ))}
      </ol>
    </section>
  );
}

const root = document.querySelector('main');
if (root)
  createRoot(root).render(
    <>
      <Parts />
      <Ranking />
    </>,
  );
