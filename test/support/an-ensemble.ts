import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes an ensemble of so many members that vary two parameters, evenly and apart, into a folder. */
export function anEnsemble(folder: string, count: number, manifest = ""): string {
  const path = join(folder, "ensemble");
  mkdirSync(path, { recursive: true });
  const rows = Array.from({ length: count }, (_, i) => {
    const place = i / Math.max(1, count - 1);
    const other = (i * 0.618_033_988_75) % 1;
    return `${i + 1},1,x${(0.8 + 0.4 * place).toFixed(3)},${(30 + 30 * other).toFixed(1)} minutes`;
  });
  const header = "member,weight,referral.rate,contact.first";
  writeFileSync(join(path, "members.csv"), `${[header, ...rows].join("\n")}\n`);
  writeFileSync(join(path, "ensemble.yaml"), `title: made by hand\n${manifest}`);
  return path;
}
