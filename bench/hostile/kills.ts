import seedrandom from "seedrandom";
import { KILLED, killAtRandom } from "./kill-trials.ts";

/** Kills commands at moments of their work that a seed draws, and says whether anything was lost. */
export async function kills(
  count: number,
  seed: string,
): Promise<{ readonly line: string; readonly isWell: boolean }> {
  const draw = seedrandom(seed);
  let [done, late, cells, isWell] = [0, 0, 0, true];
  for (const [i, command] of KILLED.entries()) {
    const share = Math.ceil((count - done) / (KILLED.length - i));
    try {
      const came = await killAtRandom(command, share, draw);
      console.log(
        `  ${command.name}: ${came.kills} kills, ${came.late} of them late, ${came.cells} cells whole`,
      );
      done += came.kills;
      late += came.late;
      cells += came.cells;
    } catch (failure) {
      console.log(`  ${failure instanceof Error ? failure.message : failure}`);
      isWell = false;
    }
  }
  const outcome = isWell ? "nothing was lost or left behind" : "not everything was whole afterwards";
  return {
    line: `${done} kills (seed ${seed}), ${late} of them where folders change places; ${cells} cells read, ${outcome}`,
    isWell,
  };
}
