// Opens the notebooks in the browser: `npm run notebooks`. Further words go to Jupyter, as in `npm run
// notebooks -- --no-browser`.

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { kernelEnvironment } from "./kernel.ts";

const project = resolve(import.meta.dirname, "../../..");
const env = kernelEnvironment(project);

/** Newest first; Debian has the second only. */
const servers = ["jupyter-lab", "jupyter-notebook"];
const found = servers.find((server) => spawnSync(server, ["--version"]).status === 0);

if (found === undefined) {
  console.error(
    [
      "Jupyter is not installed. On Debian or Ubuntu:",
      "  sudo apt-get install --no-install-recommends jupyter-notebook python3-ipykernel",
      "elsewhere, with Python:",
      "  python3 -m pip install jupyterlab",
    ].join("\n"),
  );
  process.exitCode = 2;
} else {
  const { status } = spawnSync(found, process.argv.slice(2), {
    cwd: resolve(project, "notebooks"),
    env,
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
