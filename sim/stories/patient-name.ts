/**
 * Splits a patient's name, `practice-3/1742`, into practice and register number; undefined if it is none.
 */
export function splitPatientName(name: string): [practice: string, register: number] | undefined {
  const [, practice, digits] = /^(.+)\/(\d{1,7})$/.exec(name) ?? [];
  return practice === undefined ? undefined : [practice, Number(digits)];
}
