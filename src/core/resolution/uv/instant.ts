// Instants as text (RFC 3339), such as 2026-11-21T08:45:00Z, to be compared: the core knows no clock and no calendar.

/**
 * The milliseconds since 1970 of an instant; a date alone is its midnight in UTC. Undefined if the text is neither.
 *
 * @example instantOf('1970-01-02T01:00:00.5+01:00') // → 86400500
 */
export function instantOf(text: string): number | undefined {
  const found =
    /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d)))?$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hours, minutes, seconds] = found.slice(1, 7).map((digits) => Number(digits ?? 0));
  const fraction = Number(`0.${found[7] ?? 0}`);
  const offset = (found[8] === '-' ? -1 : 1) * (Number(found[9] ?? 0) * 60 + Number(found[10] ?? 0));
  const days = daysSince1970(year ?? 0, month ?? 1, day ?? 1);
  const ofDay = ((hours ?? 0) * 60 + (minutes ?? 0) - offset) * 60 + (seconds ?? 0) + fraction;
  return days * 86_400_000 + Math.round(ofDay * 1000);
}

/** Days since 1970-01-01 in the Gregorian calendar. Years begin in March, so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const fromMarch = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(fromMarch / 4) - Math.floor(fromMarch / 100) + Math.floor(fromMarch / 400);
  return 365 * fromMarch + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - 719_468;
}
