import { describe, expect, it } from "vitest";
import { jsonOf, pngOf, svgOf } from "../../cli/figures/render.ts";
import { FIGURES, figuresOf } from "../../sim/figures/catalogue.ts";
import type { FigureInput } from "../../sim/figures/figure.ts";
import type { Table } from "../../sim/tables/table.ts";
import { someInput } from "./some-tables.ts";

const input = someInput();
/** The same results of one replication: no estimate has an interval. */
function ofOneReplication({ tables, scenarios, seed }: FigureInput): FigureInput {
  const alone = (table: Table): Table => ({
    ...table,
    columns: table.columns.map((column, i): Table["columns"][number] => {
      const { name } = table.declaration.columns[i];
      if (name === "n") return Array.from(column, () => 1);
      return /^(sd|ci_low|ci_high)$/.test(name) ? Array.from(column, () => null) : column;
    }),
  });
  return {
    tables: new Map([...tables].map(([name, table]) => [name, alone(table)])),
    scenarios: scenarios.map((scenario) => ({ ...scenario, replications: 1 })),
    seed,
  };
}

/** Marks what a figure can mark, so that snapshots hold it too. */
const choiceOf = (name: string) => (name === "surface" ? { target: 22 } : {});

describe("the figures of a small result", () => {
  it("are all that there are", () => {
    expect(figuresOf(input.tables)).toEqual(FIGURES);
  });

  describe.each(FIGURES.map((figure) => [figure.name, figure] as const))("%s", (name, { make }) => {
    it("has the specification that was looked at", async () => {
      const figure = make(input, choiceOf(name));
      await expect(jsonOf(figure)).toMatchFileSnapshot(`../golden/figures/${name}.json`);
    });

    it("is drawn as it was looked at, and vega doubts nothing about it", async () => {
      const doubts: string[] = [];
      const svg = await svgOf(make(input, choiceOf(name)), (doubt) => doubts.push(doubt));
      expect(doubts).toEqual([]);
      await expect(svg).toMatchFileSnapshot(`../golden/figures/${name}.svg`);
    });

    it("leaves out scenarios under other assumptions unless they are asked for", () => {
      const text = (withVariants: boolean): string =>
        JSON.stringify(make(input, { ...choiceOf(name), withVariants }));
      expect(text(false)).not.toContain("cut (other)");
      // A sweep has no variants, nor has what lies between two scenarios, nor what is not known of them, nor
      // a plan.
      const without = [
        "surface",
        "waterfall",
        "lever",
        "frontier",
        "where",
        "tornado",
        "variance",
        "morris",
        "fit",
        "lattice",
        "honesty",
        "decision",
      ];
      expect(text(true).includes("cut (other)")).toBe(!without.includes(name));
    });

    it("says in its description what its title says, and on how much it rests", () => {
      const { title, description } = make(input, choiceOf(name)) as {
        title: { text: string[] };
        description: string;
      };
      expect(description.startsWith(title.text.join(" "))).toBe(true);
      expect(description).toMatch(/replications( each)?, seed 1/);
    });

    it("says where one replication gives no interval", () => {
      expect(JSON.stringify(make(input, {}))).not.toContain("gives no interval");
      expect(JSON.stringify(make(ofOneReplication(input), {}))).toContain("gives no interval");
    });
  });
});

describe("a drawing", () => {
  it.each(["Pacific/Auckland", "America/Los_Angeles"])("has the same bytes in %s", async (far) => {
    const figure = FIGURES[0].make(input, {});
    const here = await svgOf(figure);
    const zone = process.env.TZ;
    process.env.TZ = far;
    try {
      expect(new Date(0).getHours()).not.toBe(0);
      expect(await svgOf(figure)).toBe(here);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("has the same bytes when it is drawn again, gradients too", async () => {
    const figure = FIGURES.find(({ name }) => name === "surface")?.make(input, { target: 22 });
    if (figure === undefined) throw new Error("there is no surface");
    expect(await svgOf(figure)).toBe(await svgOf(figure));
  });

  it("is twice as fine as a PNG, in the fonts that come with it", async () => {
    const svg = await svgOf(FIGURES[0].make(input, {}));
    const png = Buffer.from(await pngOf(svg));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const [, width] = /width="(\d+)"/.exec(svg) as RegExpExecArray;
    expect(png.readUInt32BE(16)).toBe(2 * Number(width));
    expect(Buffer.from(await pngOf(svg)).equals(png)).toBe(true);
  });
});
