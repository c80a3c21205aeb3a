import { expect, it } from "vitest";
import { refuseTooManyOrganisations } from "../../sim/model/layout-checks.ts";
import { reachOf } from "../../sim/model/reach.ts";
import { scenarioFrom } from "../support/a-scenario.ts";

const NONE: readonly [] = [];

/** Makes a scenario whose practices have so many local charities each. */
const { scenario } = scenarioFrom(`name: wide
data: { organisation_template: organisations.csv }
practices: [{ id: elm, list_size: 3000 }]
link_workers: { fte: 1 }
organisations: { generate: { local_per_practice: 200, posts_per_city_wide: 1, posts_per_statutory: 1 } }
`);

it("of organisations more than half a million are refused before one is made", () => {
  const practices = (count: number): { posts: number }[] =>
    Array.from({ length: count }, () => ({ posts: 0 }));
  expect(() => refuseTooManyOrganisations(scenario, practices(2_501))).toThrow(
    "wide organisations.generate: found about 500,200 organisations for 2,501 practices, expected at most 500,000. " +
      "Lower local_per_practice, or give more posts to each organisation.",
  );
  expect(() => refuseTooManyOrganisations(scenario, practices(2_500))).not.toThrow();
});

it("of pairs of a post and an organisation in reach more than 20 million are refused before one is held", () => {
  const [practice] = scenario.practices;
  const site = { id: "a", type: "city_wide" as const, focus: "money_advice" as const, locality: undefined };
  const reach = (posts: number, organisations: number): unknown =>
    reachOf(
      Array.from({ length: posts }, () => [0]),
      [{ locality: practice.id, region: undefined }],
      Array.from({ length: organisations }, (_, n) => ({
        ...site,
        id: `o-${n}`,
        region: undefined,
      })) as never,
      new Uint8Array(organisations),
      "wide",
    );
  expect(() => reach(2_001, 10_000)).toThrow(
    "wide organisations: found more than 20 million pairs of a post and an organisation in reach, expected fewer.",
  );
  expect(reach(2, 3)).toMatchObject({ organisation: Int32Array.of(0, 1, 2, 0, 1, 2) });
  expect(reach(0, 3)).toMatchObject({ organisation: Int32Array.from(NONE) });
});
