import type { Scenario } from "../scenario/schema.ts";
import { FOCUSES, type Focus } from "../words/focuses.ts";
import type { OrganisationType } from "../words/organisation-types.ts";

/** Holds one of the interviewed organisations: the mix that generated ones follow (evidence O1-O3). */
export interface TemplateRow {
  readonly id: string;
  readonly type: OrganisationType;
  readonly focus: Focus;
}

/** Describes an organisation of a run. */
export interface OrganisationSite {
  readonly id: string;
  readonly type: OrganisationType;
  readonly focus: Focus;
  /** Only practices of this locality reach it; undefined for one that is not local. */
  readonly locality: string | undefined;
  /** Only practices of this region reach it; undefined for all. */
  readonly region: string | undefined;
  readonly places: number | undefined;
  /** Other clients who come in a week, where the type's load does not say. */
  readonly demand: number | undefined;
}

/** Says where a practice lies and how many posts serve it. */
export interface PracticeSite {
  readonly locality: string;
  readonly region: string | undefined;
  readonly posts: number;
}

/**
 * Makes the organisations that link workers may use, from the interviewed ones. Each locality gets its local
 * charities in the template's order, so the mix is kept. Each region gets city-wide charities and statutory
 * or national bodies in proportion to posts: first those whose focus nobody in reach covers, then the focus
 * with most need for each client served a week. Where that leaves a focus uncovered, one more covers it. No
 * lot is drawn: the same counts give the same organisations, and a longer list begins with the shorter
 * one's.
 */
export function generateOrganisations(
  scenario: Scenario,
  practices: readonly PracticeSite[],
  template: readonly TemplateRow[],
): OrganisationSite[] {
  const { generate, weeks_in_place: minutesInPlace, types } = scenario.organisations;
  if (generate === "none") return [];
  const sites: OrganisationSite[] = [];
  const localTemplate = template.filter((row) => row.type === "local");
  const localities = new Map<string, PracticeSite[]>();
  for (const practice of practices) {
    const inLocality = localities.get(practice.locality);
    if (inLocality === undefined) localities.set(practice.locality, [practice]);
    else inLocality.push(practice);
  }
  for (const [locality, inLocality] of localities) {
    const wanted = generate.local_per_practice * inLocality.length;
    for (let i = 0; i < wanted && localTemplate.length > 0; i++) {
      const { focus } = localTemplate[i % localTemplate.length];
      sites.push({
        id: `${locality}/local-${i + 1}`,
        type: "local",
        focus,
        locality,
        region: inLocality[0].region,
        places: undefined,
        demand: undefined,
      });
    }
  }
  for (const region of [...new Set(practices.map((practice) => practice.region))]) {
    const posts = practices
      .filter((practice) => practice.region === region)
      .reduce((sum, practice) => sum + practice.posts, 0);
    const served = Object.fromEntries(FOCUSES.map((focus) => [focus, 0])) as Record<Focus, number>;
    const add = (site: OrganisationSite): void => {
      const places = site.places ?? types[site.type].places;
      served[site.focus] += places / minutesInPlace[site.focus];
      sites.push(site);
    };
    for (const site of sites)
      if (site.region === region) served[site.focus] += types.local.places / minutesInPlace[site.focus];
    const wide = [
      {
        kind: "city-wide",
        rows: template.filter((row) => row.type === "city_wide"),
        count: Math.round(posts / generate.posts_per_city_wide),
      },
      {
        kind: "statutory",
        rows: template.filter((row) => row.type === "statutory" || row.type === "national"),
        count: Math.round(posts / generate.posts_per_statutory),
      },
    ];
    for (const { kind, rows, count } of wide) {
      // Few posts still need every focus covered, as far as the template has it.
      const isUncovered = ({ focus }: TemplateRow): boolean =>
        served[focus] === 0 && scenario.needs.focus[focus] > 0;
      for (let i = 0; rows.length > 0 && (i < count || rows.some(isUncovered)); i++) {
        const row = mostNeeded(rows, scenario.needs.focus, served);
        add({
          id: `${region ?? "region"}/${kind}-${i + 1}`,
          type: row.type,
          focus: row.focus,
          locality: undefined,
          region,
          places: undefined,
          demand: undefined,
        });
      }
    }
  }
  return sites;
}

/**
 * Picks the row whose focus has the most need for each client served; a focus that nobody serves comes
 * first, ties in the template's order.
 */
function mostNeeded(
  rows: readonly TemplateRow[],
  need: Readonly<Record<Focus, number>>,
  served: Readonly<Record<Focus, number>>,
): TemplateRow {
  let best = rows[0];
  let bestNeed = -1;
  for (const row of rows) {
    const needPerClient = served[row.focus] > 0 ? need[row.focus] / served[row.focus] : Infinity;
    if (needPerClient > bestNeed) {
      best = row;
      bestNeed = needPerClient;
    }
  }
  return best;
}
