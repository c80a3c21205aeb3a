// Plays the pilot and its cut, compares them, sweeps two posts, and gives the SHA-256 of every table's bytes. The same file runs in Node and Deno, on
// the built library, and in a browser, bundled. It takes the scenario files as texts by path.
import {
  compare,
  csvText,
  designTable,
  differenceTable,
  eventTables,
  gainedLostTable,
  loadScenario,
  planSweep,
  readScenario,
  replicationTable,
  retentionTable,
  seriesTable,
  simulate,
  sourcesFromMap,
  summaryTable,
  sweep,
  sweepTable,
  twinTables,
} from "../../dist/sim/index.js";

export async function hashes(texts) {
  const sources = sourcesFromMap(new Map(texts.map(([path, text]) => [`/scenarios/${path}`, text])), {
    defaults: "/scenarios/defaults.yaml",
    library: "/scenarios",
  });
  const pilot = "/scenarios/glasgow-pilot/scenario.yaml";
  const [base, cut] = [pilot, "/scenarios/glasgow-pilot-cut/scenario.yaml"].map((path) =>
    loadScenario(path, sources),
  );
  const compared = await compare(base, [cut], { replications: 3 });
  const runs = [compared.base, ...compared.others];
  const twins = [{ base: base.scenario.name, scenario: cut.scenario.name, twins: compared.others[0].twins }];
  const plan = planSweep({
    vary: { "link_workers.fte": "0.5:1", "referral.rate": "x0.8:x1.2", horizon: ["26 weeks", "52 weeks"] },
    design: "sobol",
    points: 4,
    replications: 2,
  });
  const cells = [];
  for await (const cell of sweep(readScenario(pilot, sources), plan)) cells.push(cell);
  const one = simulate(base, { replication: 7, keepsJournal: true });
  const tables = {
    replicationTable: replicationTable(runs),
    retentionTable: retentionTable(runs),
    seriesTable: seriesTable(runs),
    summaryTable: summaryTable(runs),
    differenceTable: differenceTable(compared.base, compared.others),
    gainedLostTable: gainedLostTable(twins),
    twinTables: [...twinTables(twins, Infinity)][0],
    designTable: designTable(plan),
    sweepTable: sweepTable(plan, cells, { hasGroups: true }),
    eventTables: [...eventTables(one.names, 7, one.journal, Infinity)][0],
  };
  const found = {};
  for (const [name, table] of Object.entries(tables)) found[name] = await sha256(csvText(table));
  return found;
}

async function sha256(text) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
