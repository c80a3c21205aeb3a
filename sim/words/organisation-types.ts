/** Lists the kinds of community organisation (Smith & Skivington 2016, Table 1 and section 3.1). */
export const ORGANISATION_TYPES = ["local", "city_wide", "national", "statutory"] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

interface TypeWords {
  /** As it stands before "organisations". */
  readonly adjective: string;
  /** As one of them is called. */
  readonly noun: string;
}

/** Says what each type is called. */
export const TYPE_WORDS: Readonly<Record<OrganisationType, TypeWords>> = {
  local: { adjective: "local", noun: "a local charity" },
  city_wide: { adjective: "city-wide", noun: "a city-wide charity" },
  national: { adjective: "national", noun: "a national charity" },
  statutory: { adjective: "statutory", noun: "a statutory service" },
};
