// Prints the hashes of the tables: in Node or in Deno, which read the scenarios from the disk.
import { readFileSync } from "node:fs";
import { FILES, hashes } from "./tables-hash.mjs";

const texts = FILES.map((path) => [path, readFileSync(`scenarios/${path}`, "utf8")]);
console.log(JSON.stringify(await hashes(texts), null, 2));
