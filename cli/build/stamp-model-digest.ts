import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openModelCode } from "./model-code.ts";

// Writes the digest of the model into the program that was just compiled; `npm run build` ends with it.

const root = fileURLToPath(new URL("../../..", import.meta.url));
const compiled = fileURLToPath(new URL("../../sim/experiment/model-digest.js", import.meta.url));
const UNBUILT = '"unbuilt"';

const text = readFileSync(compiled, "utf8");
if (!text.includes(UNBUILT)) throw new Error(`${compiled} has a digest already; npm run build begins anew`);
const model = await openModelCode(root);
writeFileSync(compiled, text.replace(UNBUILT, JSON.stringify(await model.digest())));
await model.close();
