import { resolve } from "node:path";
import { linksim } from "../cli/linksim.ts";

const of = (name: string): string => resolve("scenarios", name);
const during = (start: string, weeks: number): string[] =>
  [`start=${start}`, `horizon=${weeks} weeks`, "warm_up=4 weeks"].flatMap((change) => ["--set", change]);
const FEW = ["--replications", "2", "--no-variants", "--quiet"];

/** Commands whose results a board may be handed, each over a few weeks around its change. */
export const SIX_RESULTS = {
  "a cut of places": [
    "compare",
    ...[of("glasgow-pilot"), of("glasgow-pilot-cut"), ...FEW, ...during("2014-09-01", 20)],
  ],
  "a cut of posts": [
    "run",
    ...[of("glasgow-2023-70"), of("glasgow-2024-cut"), ...FEW, ...during("2024-03-04", 12)],
  ],
  "a perfect storm": [
    "compare",
    ...[of("glasgow-2023-70"), of("perfect-storm"), ...FEW, ...during("2024-03-04", 12)],
  ],
  "a sweep": [
    "sweep",
    of("glasgow-pilot"),
    ...["--vary", "link_workers.fte=0.6,1", "--vary", "referral.rate=x0.8,x1.2", "--replications", "2"],
    ...["--quiet", ...during("2014-04-07", 10)],
  ],
  "a run alone": ["run", of("glasgow-pilot"), ...FEW, ...during("2014-04-07", 20)],
  "a nation": ["run", of("scotland-250"), ...FEW, ...during("2022-04-04", 4)],
} as const;

export type SixResults = keyof typeof SIX_RESULTS;

/** Makes one of the six with its page in a folder, and gives what its screen says. */
export async function makeResults(name: SixResults, folder: string): Promise<string> {
  const words = [...SIX_RESULTS[name], "--out", folderOf(name), "--report"];
  const { code, stdout, stderr } = await linksim(words, { cwd: folder });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** Names the results folder, and without its ending the page. */
export const folderOf = (name: SixResults): string => name.replaceAll(" ", "-");
