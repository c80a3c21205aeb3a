import { describe, expect, it } from "vitest";
import { replicationsToDecide } from "../../sim/stats/replications-to-decide.ts";
import { studentTCritical } from "../../sim/stats/student-t.ts";

describe("the replications that would decide", () => {
  it("are the fewest whose interval leaves the target out", () => {
    const halfWidth = (n: number): number => (studentTCritical(0.95, n - 1) * 0.02) / Math.sqrt(n);
    const n = replicationsToDecide(0.895, 0.02, 0.9) as number;
    expect(halfWidth(n)).toBeLessThan(0.005);
    expect(halfWidth(n - 1)).toBeGreaterThanOrEqual(0.005);
    // z = 1.96: (1.96 x 0.02 / 0.005)^2 = 61.5, and a few more for Student's t.
    expect(n).toBe(64);
  });

  it("are two where every replication says the same, and none on the target itself", () => {
    expect(replicationsToDecide(0.8, 0, 0.9)).toBe(2);
    expect(replicationsToDecide(0.9, 0.01, 0.9)).toBeNull();
    expect(replicationsToDecide(0.9, 1, 0.90001)).toBeNull();
  });
});
