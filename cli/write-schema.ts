import { writeFileSync } from "node:fs";
import { scenarioJsonSchema } from "../sim/scenario/json-schema.ts";

/** Writes scenarios/scenario.schema.json from the declaration: `npm run build && node dist/cli/write-schema.js`. */
writeFileSync("scenarios/scenario.schema.json", `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
