/** Names how severe a need is, from the mildest. */
export const SEVERITIES = ["mild", "moderate", "severe"] as const;

/** Says how severe a need is, from 1 to 3. */
export function severityWords(severity: number): string {
  return SEVERITIES[severity - 1];
}
