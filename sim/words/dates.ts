const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Writes an ISO date as people say it: 2015-04-01 gives "1 April 2015". */
export function dateText(iso: string): string {
  const { date, month, year } = partsOf(iso);
  return `${date} ${month} ${year}`;
}

/** Writes an ISO date in short: 2014-10-01 gives "1 Oct 2014". */
export function shortDateText(iso: string): string {
  const { date, month, year } = partsOf(iso);
  return `${date} ${month.slice(0, 3)} ${year}`;
}

/** Writes the month of an ISO date: 2015-04-01 gives "April 2015". */
export function monthText(iso: string): string {
  const { month, year } = partsOf(iso);
  return `${month} ${year}`;
}

function partsOf(iso: string): { date: number; month: string; year: number } {
  const [year, month, date] = iso.split("-").map(Number);
  return { date, month: MONTHS[month - 1], year };
}
