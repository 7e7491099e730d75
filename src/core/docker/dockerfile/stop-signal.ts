// The signals that STOPSIGNAL knows: moby/sys/signal on Linux.

const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN ' +
    'TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);
const REAL_TIME = /^(?:RTMIN\+(?:[1-9]|1[0-5])|RTMAX-(?:[1-9]|1[0-4]))$/;
/** A number that Go has room for. */
const MOST = 2n ** 63n;

/** Whether the builder takes it: a name with or without SIG, in any case of letters, or a number other than 0. */
export function isStopSignal(written: string): boolean {
  if (/^[-+]?\d{1,40}$/.test(written)) {
    const value = BigInt(written.replace(/^\+/, ''));
    return value !== 0n && value < MOST && value >= -MOST;
  }
  const name = written.toUpperCase().replace(/^SIG/, '');
  return NAMES.has(name) || REAL_TIME.test(name);
}
