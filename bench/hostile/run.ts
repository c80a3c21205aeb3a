import { doctoring } from "./doctoring.ts";
import { fuzz } from "./fuzz.ts";
import { kills } from "./kills.ts";

/** What everything that is drawn follows from. Another one takes other files, moments and tables. */
const SEED = process.env.SEED ?? "hostile";

/**
 * The long part of what the tests do to folders for a short time. Each part gives lines for
 * docs/reliability.md and says whether it went well. Pieces of it, each with a SEED, add up to the whole.
 */
const PARTS: Readonly<Record<string, () => Promise<{ readonly line: string; readonly isWell: boolean }>>> = {
  async doctoring() {
    const { doctored, passed } = await doctoring(Number(process.env.DOCTORINGS ?? 1000), SEED);
    for (const words of passed) console.log(`  passed: ${words}`);
    return {
      line: `${doctored} folders doctored at random, ${doctored - passed.length} found`,
      isWell: passed.length === 0,
    };
  },
  kills: () => kills(Number(process.env.KILLS ?? 200), SEED),
  fuzz: () => fuzz(Number(process.env.FUZZ ?? 20_000), SEED),
};

const [wanted = Object.keys(PARTS)] = [process.argv.slice(2)].filter((names) => names.length > 0);
for (const name of wanted) {
  const part = PARTS[name];
  if (part === undefined)
    throw new Error(`no part is called ${name}; there are ${Object.keys(PARTS).join(", ")}`);
  const { line, isWell } = await part();
  console.log(`${name}: ${line}`);
  if (!isWell) process.exitCode = 1;
}
