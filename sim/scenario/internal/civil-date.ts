const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Counts the days from 1 January 1970 to an ISO date of the years 1900 to 2199; null if there is no such date. */
export function dayNumber(iso: string): number | null {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parsed === null) return null;
  const [year, month, day] = parsed.slice(1).map(Number);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (day > DAYS[month - 1] + (month === 2 && isLeap ? 1 : 0)) return null;
  return daysBeforeMonth(year, month) + day - 1;
}

/** Counts days from 1970 to the first of a month (Hinnant, chrono-compatible low-level date algorithms, days_from_civil). */
function daysBeforeMonth(year: number, month: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
