import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/**
 * Writes the specification of the TypeScript kernel, which is Deno's, into the project's own folder and
 * returns the environment in which Jupyter finds it. Nothing is written to the user's home, so several
 * clones never share a kernel.
 */
export function kernelEnvironment(project: string): NodeJS.ProcessEnv {
  const data = resolve(project, "notebooks/.jupyter");
  const folder = join(data, "kernels/deno");
  for (const path of [data, join(data, "kernels"), folder]) if (!existsSync(path)) mkdirSync(path);
  const specification = {
    argv: [
      process.execPath,
      resolve(project, "node_modules/deno/bin.cjs"),
      ...["jupyter", "--kernel", "--conn", "{connection_file}"],
    ],
    display_name: "TypeScript (Deno)",
    language: "typescript",
    env: { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" },
  };
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(specification, null, 1)}\n`);
  const others = process.env.JUPYTER_PATH;
  const separator = process.platform === "win32" ? ";" : ":";
  return {
    ...process.env,
    JUPYTER_PATH: others === undefined || others === "" ? data : `${data}${separator}${others}`,
    // The Python kernel warns of frozen modules otherwise.
    PYDEVD_DISABLE_FILE_VALIDATION: "1",
  };
}
