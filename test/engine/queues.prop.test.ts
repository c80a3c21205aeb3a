import { describe, expect, it } from "vitest";
import { Queues } from "../../sim/engine/queues.ts";
import fc from "../support/fast-check.ts";

describe("queues", () => {
  it("serve first come first served, let anybody leave and anybody be put before another", () => {
    const step = fc.record({
      act: fc.constantFrom("join", "serve", "leave", "before"),
      queue: fc.nat(2),
      pick: fc.nat(1000),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const queues = new Queues(3, 0, 2);
        const oracle: number[][] = [[], [], []];
        let members = 0;
        for (const { act, queue, pick } of steps) {
          const line = oracle[queue];
          const other = line.length > 0 ? line[pick % line.length] : -1;
          if (act === "join") {
            queues.join(queue, members);
            line.push(members++);
          } else if (act === "serve") expect(queues.serve(queue)).toBe(line.shift() ?? -1);
          else if (act === "leave" && other >= 0) {
            queues.leave(queue, other);
            line.splice(line.indexOf(other), 1);
          } else if (act === "before" && other >= 0) {
            queues.insertBefore(queue, other, members);
            line.splice(line.indexOf(other), 0, members++);
          }
          const seen: number[] = [];
          for (let member = queues.head[queue]; member >= 0; member = queues.next(member)) seen.push(member);
          expect(seen).toEqual(line);
          expect(queues.length[queue]).toBe(line.length);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
