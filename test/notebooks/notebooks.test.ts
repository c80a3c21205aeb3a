import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { execute, hasJupyter } from "../../notebooks/machinery/execute.ts";
import { readNotebook, steadyOutputs } from "../../notebooks/machinery/notebook.ts";
import { libraryProgram } from "../support/library-examples.ts";
import { faultsOfCells } from "./faults-of-cells.ts";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));
const committed = (name: string) => readNotebook(readFileSync(`notebooks/${name}`, "utf8"));

/** Tests that need another program say so and pass over it, unless the environment makes that a failure. */
const hasNoJupyter = process.env.LINKSIM_REQUIRE_ALL !== "1" && !hasJupyter();

describe.each(names)("%s", (name) => {
  it.skipIf(hasNoJupyter)(
    "gives what it shows, to the byte, when it is executed again (skipped: no Jupyter)",
    async () => {
      const executed = await execute(process.cwd(), `notebooks/${name}`);
      expect(steadyOutputs(executed)).toEqual(steadyOutputs(committed(name)));
    },
  );

  it("was executed from its first cell to its last before it was committed", () => {
    const counts = committed(name).cells.flatMap(({ cell_type, execution_count }) =>
      cell_type === "code" ? [execution_count] : [],
    );
    expect(counts).toEqual(counts.map((_, i) => i + 1));
  });
});

describe("figures of notebooks", () => {
  it.each(names)(
    "are there as Vega-Lite for JupyterLab and as a picture for every other page: %s",
    (name) => {
      const bundles = committed(name).cells.flatMap(({ outputs = [] }) =>
        outputs.map(({ data }) => Object.keys(data as object)),
      );
      for (const types of bundles.filter((each) => each.includes("image/png")))
        expect(types).toEqual(
          expect.arrayContaining(["application/vnd.vegalite.v5+json", "application/vnd.vegalite.v6+json"]),
        );
      expect(bundles.flat()).not.toContain("image/svg+xml");
    },
  );
});

describe("TypeScript cells, and the examples of the page on the library,", () => {
  it("pass the type check as one module each, and a metric of the wrong type beside them does not", () => {
    const typescript = names.filter((name) => committed(name).metadata.kernelspec.name === "deno");
    const wrong = 'import { valuesOf } from "linksim";\nvaluesOf(1, 2);';
    expect(faultsOfCells(typescript, { page: libraryProgram(""), wrong })).toEqual([
      expect.stringMatching(/wrong\.ts:2 /),
    ]);
  });
});
