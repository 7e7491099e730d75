/** Ranks the wheels of a list for one machine, off the main thread. Two words make it misbehave, for the tests of the client. */
import { arrangeTags, rankWheels } from '@/core/python';
import { answerQuestions, type WorkerPort } from '@/figures/frame/answer-questions';

const supported = arrangeTags({
  implementation: 'cp',
  python: [3, 13],
  abis: null,
  platform: { kind: 'linux', arch: 'x86_64', libc: 'glibc', libcVersion: [2, 36] },
  freeThreaded: false,
});

function rank(text: string): string | Promise<string> {
  while (text === 'never end');
  if (text === 'die') {
    setTimeout(() => {
      throw new Error('The worker dies, as asked.');
    });
    return new Promise(() => {});
  }
  const { ranked, incompatible } = rankWheels(text.split('\n'), supported);
  return `${ranked.length} fit, ${incompatible.length} don’t, first ${ranked[0]?.filename ?? 'none'}`;
}

answerQuestions(rank, self as WorkerPort<string, string>);
