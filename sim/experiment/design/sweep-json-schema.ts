import { documentJsonSchema, type JsonSchema } from "../../scenario/json-schema.ts";
import { sweepFileSchema } from "./sweep-file.ts";

/** Makes the published JSON Schema of sweep files from the declaration. */
export const sweepJsonSchema = (): JsonSchema => documentJsonSchema(sweepFileSchema, "linksim sweep");
