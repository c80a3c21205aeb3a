import { expect, it } from "vitest";
import { stored } from "../../cli/store/stored.ts";
import {
  compare,
  differencesOf,
  type MeasuredReplication,
  namedFates,
  type OwnMeasure,
  ownThread,
  planSweep,
  replicate,
  rowsOf,
  simulate,
  summaryTable,
  sweep,
  sweepTable,
  valuesOf,
} from "../../sim/index.ts";
import { aFolder } from "../support/a-folder.ts";
import { aScenario } from "../support/a-scenario.ts";

const SET = ["horizon=16 weeks"];
const small = aScenario(SET);
const how = { replications: 3, seed: "1" };

/** People seen at all by three weeks, which the model measures as a share that is adjusted for censoring. */
const SEEN: OwnMeasure = {
  name: "own.seen_in_3_weeks",
  unit: "people",
  of: ({ fates }) => fates.waitMinutes.filter((wait) => wait >= 0 && wait <= 3 * 7 * 24 * 60).length,
};
const REFERRED: OwnMeasure = {
  name: "own.referred",
  unit: "people",
  of: ({ fates, value }) => fates.reason.length - value("people.referred"),
};

const alone = [0, 1, 2].map((replication) =>
  SEEN.of({ fates: simulate(small, { seed: "1", replication }).fates } as MeasuredReplication),
);

it("is told beside the model's in every table, which are the same without it", async () => {
  const [plain, run] = [
    await replicate(small, how),
    await replicate(small, { ...how, measure: [SEEN, REFERRED] }),
  ];
  expect([...valuesOf(run, SEEN.name)]).toEqual(alone);
  expect(new Set(alone).size).toBeGreaterThan(1);
  expect([...valuesOf(run, REFERRED.name)]).toEqual([0, 0, 0]);
  const rows = rowsOf(summaryTable([run]));
  expect(rows.slice(0, -2)).toEqual(rowsOf(summaryTable([plain])));
  expect(rows.at(-2)).toMatchObject({ metric: SEEN.name, unit: "people", n: 3 });
});

it("is compared under common random numbers, and told of each point of a sweep", async () => {
  const { base, others } = await compare(small, [aScenario([...SET, "name=other", "link_workers.fte=0.5"])], {
    ...how,
    measure: SEEN,
  });
  const difference = differencesOf(base, others[0]).find(({ metric }) => metric === SEEN.name);
  expect(difference?.difference.mean).toBeLessThan(0);

  const planned = planSweep({
    vary: { "link_workers.fte": "0.5:1:0.5" },
    replications: 2,
    metrics: ["people.referred"],
  });
  const plan = { ...planned, metrics: [SEEN.name] };
  const points = [];
  for await (const point of sweep((set) => aScenario([...SET, ...set]), plan, { measure: SEEN }))
    points.push(point);
  expect([...valuesOf(points[1], SEEN.name)]).toEqual(alone.slice(0, 2));
  expect(rowsOf(sweepTable(plan, points)).map(({ metric }) => metric)).toEqual([SEEN.name, SEEN.name]);
});

it("is measured of what a store keeps, which is not simulated again", async () => {
  const folder = aFolder();
  const first = await replicate(small, { ...how, executor: await stored(folder), measure: SEEN });
  const simulates = () => Promise.reject(new Error("simulated again"));
  const nobody = { ...ownThread(), execute: simulates, executeTogether: simulates };
  const again = await replicate(small, { ...how, executor: await stored(folder, nobody), measure: SEEN });
  expect(again.results).toEqual(first.results);
  await expect(
    replicate(small, { ...how, seed: "2", executor: await stored(folder, nobody) }),
  ).rejects.toThrow("simulated again");
});

it("is refused where it is none, or would be taken for one of the model", async () => {
  const refused = (measure: unknown) => replicate(small, { ...how, measure: measure as OwnMeasure });
  await expect(refused({ ...SEEN, name: "people.referred" })).rejects.toThrow(
    /^measure: expected a name of its own/,
  );
  await expect(refused([SEEN, SEEN])).rejects.toThrow(/^measure: expected a name of its own/);
  await expect(refused({ ...SEEN, of: 3 })).rejects.toThrow(
    "measure own.seen_in_3_weeks: expected a function",
  );
  await expect(refused({ ...SEEN, of: () => "3" })).rejects.toThrow(
    'measure own.seen_in_3_weeks: expected a number, got "3".',
  );
});

it("may read fates by name and date", () => {
  const { fates, names } = simulate(small);
  const named = namedFates(fates, names);
  expect(named).toHaveLength(fates.reason.length);
  expect(named[0].patient).toMatch(/^practice-[12]\/\d+$/);
  const open = named.filter(({ ended }) => ended === "open");
  expect(open).toHaveLength(fates.reason.filter((reason) => reason === 0).length);
  expect(open.length).toBeLessThan(named.length);
  expect(open.every(({ endedAt }) => endedAt === null)).toBe(true);
  for (const { referredAt, endedAt, waitDays } of named) {
    expect(referredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00$/);
    expect(referredAt >= small.scenario.start, referredAt).toBe(true);
    if (endedAt === null) continue;
    const days = (Date.parse(endedAt) - Date.parse(referredAt)) / 86_400_000;
    expect(days, `${referredAt} to ${endedAt}`).toBeGreaterThanOrEqual(waitDays ?? 0);
  }
  expect(named.filter(({ contacts }) => contacts === 0).every(({ waitDays }) => waitDays === null)).toBe(
    true,
  );
});
