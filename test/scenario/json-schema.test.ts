import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "../../sim/scenario/json-schema.ts";
import { DEFAULTS, MINIMAL } from "./scenario-files.ts";

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(scenarioJsonSchema());
const accepts = (text: string) => validate(parse(text));

describe("the published JSON Schema", () => {
  test("is the one that the declaration generates", () => {
    const committed = readFileSync(new URL("../../scenarios/scenario.schema.json", import.meta.url), "utf8");
    expect(committed).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  });

  test("accepts the defaults, which name it for editors", () => {
    expect(accepts(DEFAULTS), JSON.stringify(validate.errors)).toBe(true);
    expect(DEFAULTS.split("\n")[0]).toBe("# yaml-language-server: $schema=./scenario.schema.json");
  });

  test.each([
    MINIMAL,
    "extends: other\nname: a",
    "horizon: { value: 4 weeks, range: [1 week, 5 weeks], evidence: A, note: n }",
    "waiting_list: { limit: none, order: { value: fifo, note: seen } }",
    "waiting_list: { limit: { value: none, note: n } }",
    "calendar: always",
    "standards: [{ id: a, metric: engaged.share, at_least: { value: 90 %, evidence: A } }, { id: b, metric: m, at_most: 40 }]",
    "mechanisms: { hold-off: off, bounce: true }",
    "timeline: [{ id: cut, share: 20 % }]",
    "people: { age_bands: { all: 100 % }, women: 0.5 }",
    "funding: { place_year: '2,150 GBP', types: { local: { drift: -1.7 % a year } } }",
  ])("accepts %s", (text) => {
    expect(accepts(text), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    "linkworkers: {}",
    "link_workers: { ftes: 1 }",
    "horizon: 4",
    "horizon: 4 GBP",
    "horizon: { value: 4 weeks, source: A }",
    "people: { women: 57 }",
    "people: { deprivation: [50 %] }",
    "waiting_list: { order: lifo }",
    "mechanisms: { bounc: on }",
    "practices: [{ list_size: 4 }]",
    "timeline: [{ id: a, kind: cut }]",
    "start: today",
  ])("refuses %s", (text) => {
    expect(accepts(text)).toBe(false);
  });
});
