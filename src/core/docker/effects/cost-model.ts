// Simulated seconds. These numbers are set, not measured: they stand for a laptop on an ordinary line, so that what is slow in life is
// slow here. What counts is the ratio between steps, not the second.

export const COST_MODEL = {
  /** Bytes a second from the network: 40 Mbit/s. */
  download: 5_000_000,
  /** Bytes a second that an installer unpacks and writes. */
  install: 25_000_000,
  /** Bytes a second that COPY reads and writes. */
  copy: 200_000_000,
  /** Seconds to start a container for a RUN. */
  start: 0.4,
  /** Seconds for a file operation. */
  fileStep: 0.1,
  /** Seconds to ask an index about a package. */
  ask: 0.15,
} as const;

/** What a step costs when it runs. */
export interface StepCost {
  readonly seconds: number;
  readonly downloadedBytes: number;
}

export const NO_COST: StepCost = { seconds: 0, downloadedBytes: 0 };

/** Seconds to fetch and to unpack. */
export function installCost(downloadedBytes: number, installedBytes: number, questions: number): StepCost {
  const { download, install, ask } = COST_MODEL;
  return { seconds: downloadedBytes / download + installedBytes / install + questions * ask, downloadedBytes };
}

export function addCosts(left: StepCost, right: StepCost): StepCost {
  return {
    seconds: left.seconds + right.seconds,
    downloadedBytes: left.downloadedBytes + right.downloadedBytes,
  };
}
