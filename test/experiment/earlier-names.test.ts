import { describe, expect, expectTypeOf, it } from "vitest";
import {
  type Executor,
  ownThread,
  type Playable,
  type Played,
  type PlayedScenario,
  type Player,
  type PlayOptions,
  type Runnable,
  replicate,
  type SimulatedReplication,
  type SimulatedScenario,
} from "../../sim/index.ts";
import { aScenario } from "../support/a-scenario.ts";

describe("earlier names of the library", () => {
  it("stand for the present ones", () => {
    expectTypeOf<Player>().toEqualTypeOf<Executor>();
    expectTypeOf<Playable>().toEqualTypeOf<Runnable>();
    expectTypeOf<Played>().toEqualTypeOf<SimulatedReplication>();
    expectTypeOf<PlayedScenario>().toEqualTypeOf<SimulatedScenario>();
    expectTypeOf<PlayOptions>().toHaveProperty("player");
    expect(ownThread).toBeTypeOf("function");
  });

  it("of options are heard: player and onPlayed", async () => {
    const executor = ownThread();
    const asked: number[] = [];
    const player: Executor = {
      ...executor,
      execute: (job, replications, hear) => {
        asked.push(...replications);
        return executor.execute(job, replications, hear);
      },
    };
    const heard: number[] = [];
    const onPlayed = ({ result }: SimulatedReplication): void => {
      heard.push(result.replication);
    };
    await replicate(aScenario(), { replications: 2, player, onPlayed });
    expect({ asked, heard }).toEqual({ asked: [0, 1], heard: [0, 1] });
  });
});
