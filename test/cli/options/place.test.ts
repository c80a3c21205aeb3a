import { describe, expect, it } from "vitest";
import { type PlaceArguments, readPlace } from "../../../cli/commands/options/place.ts";

const given = (changes: Partial<PlaceArguments>): PlaceArguments => ({
  out: undefined,
  store: undefined,
  shard: undefined,
  workers: "1",
  quiet: false,
  json: false,
  ...changes,
});

describe("where a task is done", () => {
  it("keeps cells beside the results, and for a run only until they are whole", () => {
    expect(readPlace(given({ out: "results/" }))).toMatchObject({
      store: "results.cells",
      forgetsStore: true,
    });
    const lasting = readPlace(given({ out: "results" }), { isLasting: true });
    expect(lasting).toMatchObject({ store: "results.cells", forgetsStore: false });
  });

  it("keeps them for good where a store was named, or the work is a part", () => {
    expect(readPlace(given({ out: "a", store: "b" }))).toMatchObject({ store: "b", forgetsStore: false });
    expect(readPlace(given({ out: "a", shard: "2/3" }))).toMatchObject({
      shard: { part: 2, parts: 3 },
      forgetsStore: false,
    });
  });

  it.each(["0/3", "4/3", "1/0", "3", "1/3/5", "-1/3", "one/two", "1e0/2", ""])(
    "refuses the part %j",
    (shard) => {
      expect(() => readPlace(given({ store: "s", shard }))).toThrow("--shard: expected K/N");
    },
  );

  it("refuses a part that nothing keeps, and a store for events", () => {
    expect(() => readPlace(given({ shard: "1/2" }))).toThrow("--shard keeps its part of the work in a store");
    expect(() => readPlace(given({ store: "s" }), { keepsCells: false })).toThrow("--store keeps no events");
    expect(() => readPlace(given({ store: "" }))).toThrow("--store: expected a folder, got nothing");
    expect(() => readPlace(given({ "on-error": "ignore" }))).toThrow("expected stop or continue");
  });
});
