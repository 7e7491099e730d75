// Dates of uploads, and the day up to which uploads count: RFC 3339, or a day alone. All become one form in UTC with
// milliseconds, so that the order of the texts is the order of time.

/** The days of a month that is no leap year's. */
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const RFC_3339 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?([Zz]|[+-]\d{2}:\d{2})?)?$/;

const DAY = 86_400;

/**
 * A date as text → the instant in UTC as `2026-11-21T07:32:00.000Z`, or undefined if it is none. A time without an offset
 * is UTC. A day alone is its beginning; as `through` it is its end, as uv reads a day of `exclude-newer`.
 */
export function readInstant(text: string, day: 'from' | 'through'): string | undefined {
  const found = RFC_3339.exec(text);
  if (found === null) return undefined;
  const numbers = found.slice(1, 7).map((digits) => Number(digits ?? 0));
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = numbers;
  // A leap second is read as the second after it.
  if (month < 1 || month > 12 || date < 1 || date > daysOf(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const offset = readOffset(found[8]);
  if (offset === undefined) return undefined;
  const isDay = found[4] === undefined;
  const days = daysBefore(year, month) + date - 1 + (isDay && day === 'through' ? 1 : 0);
  const seconds = days * DAY + hour * 3600 + minute * 60 + second - offset;
  return formatInstant(seconds, (found[7] ?? '').padEnd(3, '0').slice(0, 3));
}

/** `+02:00` → its seconds; none, and `Z`, → 0. */
function readOffset(text: string | undefined): number | undefined {
  if (text === undefined || /^z$/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(4, 6));
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysOf(year: number, month: number): number {
  return (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

/** The days from the year 0 to the first of a month. */
function daysBefore(year: number, month: number): number {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) + 1;
  let days = year * 365 + (year === 0 ? 0 : leaps);
  for (let earlier = 1; earlier < month; earlier++) days += daysOf(year, earlier);
  return days;
}

/** Seconds from the year 0 → text. Outside of the years 0000 to 9999, which only an offset can reach, the nearest. */
function formatInstant(seconds: number, fraction: string): string {
  const whole = Math.min(Math.max(seconds, 0), daysBefore(9999, 13) * DAY - 1);
  let days = Math.floor(whole / DAY);
  let year = Math.floor(days / 366);
  while (year < 9999 && daysBefore(year + 1, 1) <= days) year++;
  days -= daysBefore(year, 1);
  let month = 1;
  while (days >= daysOf(year, month)) {
    days -= daysOf(year, month);
    month++;
  }
  const rest = whole % DAY;
  const two = (number: number) => String(number).padStart(2, '0');
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(days + 1)}T${time}.${fraction}Z`;
}
