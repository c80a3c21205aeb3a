import { fileURLToPath } from "node:url";
import { licencesOf } from "./licences.ts";

/** Prints each licence of what users install with linksim, and the packages that have it. */
const byLicence = new Map<string, string[]>();
for (const { name, version, licence } of licencesOf(fileURLToPath(new URL("../../..", import.meta.url)))) {
  const packages = byLicence.get(licence) ?? [];
  byLicence.set(licence, packages);
  packages.push(`${name}@${version}`);
}
for (const [licence, packages] of [...byLicence].sort(([, a], [, b]) => b.length - a.length))
  console.log(`${licence} (${packages.length})\n  ${packages.join(" ")}`);
