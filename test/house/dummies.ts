import type { Change } from "./scratch-copy.ts";

/**
 * Something that is declared and lacks a part, and what must refuse it: the compiler, or a file of tests.
 */
export interface Incomplete {
  readonly lacks: string;
  readonly change: Change;
  readonly refusedBy: "compiler" | `test/${string}`;
  /** Must stand in what the refusal says. */
  readonly names: string;
}

/** Something that is added as it should be; it compiles, and these tests pass. */
export interface Addition {
  readonly what: string;
  readonly change: Change;
  /** Files of the program beside the lists that take one line each. */
  readonly files: readonly string[];
  readonly lists: readonly string[];
  readonly tests: readonly string[];
}

const ACTION = `import { share } from "../fields.ts";
import { percentText } from "../../words/numbers.ts";
import { declareAction } from "../declare-action.ts";

export const reminders = declareAction(
  "reminders",
  { prevent: share("share of missed appointments that reminders prevent") },
  {
    meaning: "texts remind patients of their appointments",
    example: "prevent: 50 %",
    text: ({ prevent }) => \`reminders prevent \${percentText(prevent)} of missed appointments\`,
    mark: () => "reminders",
  },
);
`;
const ACTION_LISTED: Change["edited"] = {
  "sim/scenario/actions.ts": [
    [
      'import { triage } from "./actions/triage.ts";\n',
      'import { reminders } from "./actions/reminders.ts";\nimport { triage } from "./actions/triage.ts";\n',
    ],
    ["  triage,\n", "  triage,\n  reminders,\n"],
  ],
};
const LEVER = `import { byPolicy, type Lever } from "./lever.ts";

/** Lets reminders prevent a share of missed appointments. */
export const reminders: Lever<"reminders"> = {
  rule: "contact",
  apply: byPolicy((scenario, { prevent }) => ({
    ...scenario,
    contact: { ...scenario.contact, non_attendance: scenario.contact.non_attendance * (1 - prevent) },
  })),
};
`;
const LEVER_LISTED: Change["edited"] = {
  "sim/model/levers/levers.ts": [
    [
      'import { triage } from "./triage.ts";\n',
      'import { reminders } from "./reminders.ts";\nimport { triage } from "./triage.ts";\n',
    ],
    ["  triage,\n", "  triage,\n  reminders,\n"],
  ],
};
const LEVER_TESTED: Change["edited"] = {
  "test/model/levers.test.ts": [
    [
      '    ["agreement, types: [statutory]",',
      '    ["reminders, prevent: 100 %", "dna.share", -1, []],\n    ["agreement, types: [statutory]",',
    ],
  ],
};

const MECHANISM = (off: string): string => `import type { MechanismDeclaration } from "../mechanism.ts";

/** **Weather.** Fewer people come to a contact in bad weather. Switched off, none stays away for it. */
export const weather: MechanismDeclaration<"weather"> = {
  id: "weather",
  evidence: ["M2"],
  parameters: ["contact.non_attendance"],
  observable: "dna.share",
  off: (scenario) => ${off},
};
`;
const MECHANISM_NAMED: Change["edited"] = {
  "sim/scenario/vocabulary.ts": [['  "reliance",\n', '  "reliance",\n  "weather",\n']],
};
const MECHANISM_LISTED: Change["edited"] = {
  ...MECHANISM_NAMED,
  "sim/model/mechanisms.ts": [
    [
      'import { uptake } from "./mechanisms/uptake.ts";\n',
      'import { uptake } from "./mechanisms/uptake.ts";\nimport { weather } from "./mechanisms/weather.ts";\n',
    ],
    ["  reliance,\n", "  reliance,\n  weather,\n"],
  ],
};

const METRIC_LIST = "export const COST_METRICS: readonly Metric[] = [\n";
const metric = (more: string): string => `${METRIC_LIST}  {
    metric: "cost.per_day",
    unit: "GBP",
    words: "Cost a day",
    ${more}
    meaning: "Cost of the service a day",
  },
`;
const METRIC_PUT: readonly [string, string] = [
  '  put("cost.total"',
  '  put("cost.per_day", posts / 364);\n  put("cost.total"',
];

const FIGURE = (behind: string): string => `import type { FigureEntry } from "./figure.ts";
import { FLOW_FIGURE } from "./flow.ts";
import { LIFE_TABLE } from "./table-behind.ts";

export const AGAIN_FIGURE: FigureEntry = {
  name: "again",
  heading: "What became of people, once more",
  shows: "people from referral to how it ended, once more",
  tables: ["retention", "summary"],
  needs: { retention: [] },
  ${behind}
  make: FLOW_FIGURE.make,
};

export const LIFE = LIFE_TABLE;
`;
const FIGURE_LISTED: Change["edited"] = {
  "sim/figures/catalogue.ts": [
    ["import { CASELOAD_FIGURE }", 'import { AGAIN_FIGURE } from "./again.ts";\nimport { CASELOAD_FIGURE }'],
    ["  FLOW_FIGURE,\n", "  FLOW_FIGURE,\n  AGAIN_FIGURE,\n"],
  ],
};

const COMMAND = (examples: string): string => `import { say } from "../terminal/print.ts";
import { command } from "./command.ts";

/** Says hello. */
export const helloCommand = command({
  name: "hello",
  usage: "hello",
  describe: "Say hello",
  ${examples}
  positionals: {},
  options: {},
  async perform() {
    say("Hello.");
  },
});
`;
const COMMAND_LISTED: Change["edited"] = {
  "cli/command-line.ts": [
    [
      'import { initCommand } from "./commands/init.ts";\n',
      'import { helloCommand } from "./commands/hello.ts";\nimport { initCommand } from "./commands/init.ts";\n',
    ],
    ["  initCommand,\n", "  initCommand,\n  helloCommand,\n"],
  ],
};

const DECLARATIONS = "test/house/declarations.test.ts";

/** Lists dummies of each kind that are declared and lack a part. */
export const INCOMPLETE: readonly Incomplete[] = [
  {
    lacks: "an action without an effect",
    change: { made: { "sim/scenario/actions/reminders.ts": ACTION }, edited: ACTION_LISTED },
    refusedBy: "compiler",
    names: "reminders",
  },
  {
    lacks: "an action without words",
    change: {
      made: {
        "sim/scenario/actions/reminders.ts": ACTION.replace(/ {4}text: .*\n/, ""),
        "sim/model/levers/reminders.ts": LEVER,
      },
      edited: { ...ACTION_LISTED, ...LEVER_LISTED },
    },
    refusedBy: "compiler",
    names: "text",
  },
  {
    lacks: "an action without a test",
    change: {
      made: { "sim/scenario/actions/reminders.ts": ACTION, "sim/model/levers/reminders.ts": LEVER },
      edited: { ...ACTION_LISTED, ...LEVER_LISTED },
    },
    refusedBy: DECLARATIONS,
    names: "reminders",
  },
  {
    lacks: "a mechanism without a declaration",
    change: { edited: MECHANISM_NAMED },
    refusedBy: "compiler",
    names: "weather",
  },
  {
    lacks: "a mechanism that cannot be switched off",
    change: { made: { "sim/model/mechanisms/weather.ts": MECHANISM("scenario") }, edited: MECHANISM_LISTED },
    refusedBy: DECLARATIONS,
    names: "weather",
  },
  {
    lacks: "a kind of event without a handler",
    change: {
      edited: { "sim/model/events.ts": [["  comesBack: 12,\n", "  comesBack: 12,\n  reminder: 13,\n"]] },
    },
    refusedBy: "compiler",
    names: "sim/model/run.ts",
  },
  {
    lacks: "something that happens without words",
    change: {
      edited: {
        "sim/model/events.ts": [["  never_referred: 0,\n", "  never_referred: 0,\n  reminded: 99,\n"]],
      },
    },
    refusedBy: "compiler",
    names: "reminded",
  },
  {
    lacks: "a metric that nothing puts",
    change: { edited: { "sim/measures/costs.ts": [[METRIC_LIST, metric("better: null,")]] } },
    refusedBy: "test/house/metrics.test.ts",
    names: "cost.per_day",
  },
  {
    lacks: "a metric that is put and not declared",
    change: { edited: { "sim/measures/costs.ts": [METRIC_PUT] } },
    refusedBy: "test/house/metrics.test.ts",
    names: "cost.per_day",
  },
  {
    lacks: "a metric that does not say which way is better",
    change: { edited: { "sim/measures/costs.ts": [[METRIC_LIST, metric("")], METRIC_PUT] } },
    refusedBy: "compiler",
    names: "better",
  },
  {
    lacks: "a figure without a picture that was looked at",
    change: { made: { "sim/figures/again.ts": FIGURE("behind: [LIFE_TABLE],") }, edited: FIGURE_LISTED },
    refusedBy: "test/figures/figures.golden.test.ts",
    names: "again",
  },
  {
    lacks: "a figure without its table in the report",
    change: { made: { "sim/figures/again.ts": FIGURE("") }, edited: FIGURE_LISTED },
    refusedBy: "compiler",
    names: "behind",
  },
  {
    lacks: "a table that nothing makes",
    change: {
      made: {
        "sim/tables/reminders.ts": `import { textColumn } from "./make-table.ts";
import type { TableDeclaration } from "./table.ts";

export const REMINDERS = {
  name: "reminders",
  meaning: "Reminders that were sent",
  columns: [textColumn("patient", "The patient")],
} satisfies TableDeclaration;
`,
      },
      edited: {
        "sim/tables/declarations.ts": [
          [
            'import { SUMMARY } from "./summary.ts";\n',
            'import { REMINDERS } from "./reminders.ts";\nimport { SUMMARY } from "./summary.ts";\n',
          ],
          ["  SUMMARY,\n", "  SUMMARY,\n  REMINDERS,\n"],
        ],
      },
    },
    refusedBy: DECLARATIONS,
    names: "reminders",
  },
  {
    lacks: "a command without an example",
    change: { made: { "cli/commands/hello.ts": COMMAND("") }, edited: COMMAND_LISTED },
    refusedBy: "compiler",
    names: "examples",
  },
];

/** Lists one of each kind, added as it should be. */
export const ADDITIONS: readonly Addition[] = [
  {
    what: "metric",
    change: { edited: { "sim/measures/costs.ts": [[METRIC_LIST, metric("better: null,")], METRIC_PUT] } },
    files: ["sim/measures/costs.ts"],
    lists: [],
    tests: ["test/house/metrics.test.ts", "test/measures/events-over-events.test.ts"],
  },
  {
    what: "action",
    change: {
      made: { "sim/scenario/actions/reminders.ts": ACTION, "sim/model/levers/reminders.ts": LEVER },
      edited: { ...ACTION_LISTED, ...LEVER_LISTED, ...LEVER_TESTED },
    },
    files: ["sim/scenario/actions/reminders.ts", "sim/model/levers/reminders.ts"],
    lists: ["sim/scenario/actions.ts", "sim/model/levers/levers.ts"],
    tests: [DECLARATIONS, "test/model/levers.test.ts"],
  },
  {
    what: "mechanism",
    change: {
      made: {
        "sim/model/mechanisms/weather.ts": MECHANISM(
          "({ ...scenario, contact: { ...scenario.contact, non_attendance: 0 } })",
        ),
      },
      edited: {
        ...MECHANISM_LISTED,
        "test/model/mechanisms.test.ts": [
          [
            '  it("contact (M2)',
            '  it("weather (M2) keeps nobody away", () => {\n    expect(difference(on("dna.share"), off("weather")("dna.share")).high).toBeLessThan(0);\n  });\n\n  it("contact (M2)',
          ],
        ],
      },
    },
    files: ["sim/model/mechanisms/weather.ts"],
    lists: ["sim/scenario/vocabulary.ts", "sim/model/mechanisms.ts"],
    tests: [DECLARATIONS, "test/model/mechanisms.test.ts"],
  },
  {
    what: "figure",
    change: { made: { "sim/figures/again.ts": FIGURE("behind: [LIFE_TABLE],") }, edited: FIGURE_LISTED },
    files: ["sim/figures/again.ts"],
    lists: ["sim/figures/catalogue.ts"],
    tests: [DECLARATIONS],
  },
  {
    what: "command",
    change: {
      made: {
        "cli/commands/hello.ts": COMMAND('examples: [["linksim hello", "a greeting"]],'),
      },
      edited: COMMAND_LISTED,
    },
    files: ["cli/commands/hello.ts"],
    lists: ["cli/command-line.ts"],
    tests: [],
  },
];
