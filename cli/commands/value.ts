import { messages } from "../messages/index.ts";
import { print } from "../terminal/print.ts";
import { command } from "./command.ts";
import { ENSEMBLE, OF_MEMBERS, readEnsembleOption } from "./options/ensemble.ts";
import { JSON_RESULT, QUIET } from "./options/output.ts";
import { readSeed, SEED } from "./options/seed.ts";
import { readSets, SET } from "./options/set.ts";
import { readStore, STORE } from "./options/store.ts";
import { refuse, single, TEXT, type TextOption } from "./options/text.ts";
import { readWorkers, WORKERS } from "./options/workers.ts";

const OBJECTIVES = ["reached_3", "pounds"] as const;

/** Says what a decision between scenarios hangs on, and what would be worth measuring first. */
export const valueCommand = command({
  name: "value",
  usage: "value <base> <other..>",
  describe:
    "Say what a decision hangs on: what knowing everything, or one number, would be worth, and where the " +
    "second-best option wins",
  examples: [
    [
      "linksim value glasgow-pilot glasgow-pilot-cut --ensemble ensemble --member-replications 2",
      "what would be worth measuring before deciding between the two",
    ],
    [
      "linksim value glasgow-pilot glasgow-pilot-cut --ensemble ensemble --objective pounds --price 900",
      "with what a person who reaches three contacts is worth, options may differ in cost",
    ],
  ],
  positionals: {
    base: { type: "string", demandOption: true, describe: "An option: a scenario" },
    other: { type: "string", array: true, demandOption: true, describe: "The other options" },
  },
  options: {
    ensemble: { ...ENSEMBLE, demandOption: true },
    "member-replications": OF_MEMBERS,
    objective: {
      ...TEXT,
      defaultDescription: "reached_3",
      describe:
        "reached_3, people who reach three contacts; or pounds, their worth less the programme's cost",
    },
    price: { ...TEXT, describe: "What a person who reaches three contacts is worth in GBP, for pounds" },
    seed: SEED,
    workers: WORKERS,
    store: STORE,
    set: SET,
    quiet: QUIET,
    json: JSON_RESULT,
  },
  async perform(given) {
    const asked = readEnsembleOption(given.ensemble, given["member-replications"]);
    if (asked === undefined) return;
    const request = {
      scenarios: [given.base, ...given.other],
      set: readSets(given.set),
      asked,
      objective: readObjective(given.objective, given.price),
      seed: readSeed(given.seed),
      workers: readWorkers(given.workers),
      store: readStore(given.store),
      quiet: given.quiet,
    } as const;
    const { performValue } = await import("../work/perform-value.ts");
    const shown = await performValue(request);
    if (given.json) print((await import("../screen/value-json.ts")).valueJson(shown));
    else print((await import("../screen/value-screen.ts")).valueScreen(shown));
  },
});

function readObjective(given: TextOption, price: TextOption) {
  const kind = single("objective", given) ?? "reached_3";
  const text = single("price", price);
  if (!(OBJECTIVES as readonly string[]).includes(kind))
    refuse(messages.noneOf("objective", kind, OBJECTIVES));
  if (kind === "reached_3") {
    if (text !== undefined) refuse(messages.priceWithoutPounds);
    return { kind: "reached_3" } as const;
  }
  if (text === undefined || !/^\d{1,9}(?:\.\d{1,2})?$/.test(text) || Number(text) === 0)
    refuse(messages.badPrice(text));
  return { kind: "pounds", price: Number(text) } as const;
}
