/** What reads numbers of a scenario without being a mechanism that can be switched off. */
export interface OtherReader {
  /** In words. */
  readonly reader: string;
  /** Paths that it reads; `*` is any key, and a path stands for all below it. */
  readonly paths: readonly string[];
}

export const OTHER_READERS: readonly OtherReader[] = [
  {
    reader: "who is referred",
    paths: ["people.women", "people.crisis", "people.readiness_sd", "people.age_bands", "practices"],
  },
  { reader: "what people need", paths: ["needs"] },
  {
    reader: "posts and their diaries",
    paths: [
      "link_workers.fte",
      "link_workers.posts",
      "link_workers.working_days",
      "link_workers.time",
      "link_workers.protected_networking",
    ],
  },
  { reader: "caseload places", paths: ["link_workers.caseload_cap"] },
  { reader: "the timeline", paths: ["timeline", "employment", "links.agreement_tie"] },
  { reader: "links to organisations", paths: ["links"] },
  {
    reader: "organisations and their other clients",
    paths: [
      "organisations.members",
      "organisations.generate",
      "organisations.leave_queue",
      "organisations.weeks_in_place",
      "organisations.types.*.places",
      "organisations.types.*.background",
      "organisations.types.*.full_after",
    ],
  },
  { reader: "the linear spreadsheet", paths: ["measures.spreadsheet"] },
];
