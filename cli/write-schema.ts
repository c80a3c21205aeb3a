import { writeFileSync } from "node:fs";
import { sweepJsonSchema } from "../sim/experiment/design/sweep-json-schema.ts";
import { type JsonSchema, scenarioJsonSchema } from "../sim/scenario/json-schema.ts";

/**
 * Writes scenarios/*.schema.json from the declarations: `npm run build && node dist/cli/write-schema.js`.
 */
const write = (name: string, schema: JsonSchema): void =>
  writeFileSync(`scenarios/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);

write("scenario", scenarioJsonSchema());
write("sweep", sweepJsonSchema());
