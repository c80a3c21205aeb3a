// Prints the hashes of the tables: in Node or in Deno, which read the scenarios from the disk.
import { readFileSync } from "node:fs";
import { hashes } from "./tables-hash.mjs";

const files = JSON.parse(readFileSync("test/cross-engine/files.json", "utf8"));
const texts = files.map((path) => [path, readFileSync(`scenarios/${path}`, "utf8")]);
console.log(JSON.stringify(await hashes(texts), null, 2));
