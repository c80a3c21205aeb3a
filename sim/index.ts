// Scenarios: load, check, write back.

// Comparisons: scenarios that share their luck.
export {
  type Compared,
  type ComparedWorld,
  type CompareExtent,
  type CompareOptions,
  compare,
} from "./experiment/compare.ts";
export type { DifferenceGoal, DifferencePrecision } from "./experiment/difference-precision.ts";
// Runs: replications of a scenario under a seed.
export { createSimulator, type Simulator } from "./experiment/simulator.ts";
// Figures: tables as Vega-Lite specifications.
export { FIGURES, type FigureEntry, figuresOf } from "./figures/catalogue.ts";
export { type DatedChange, datedChanges } from "./figures/dated-changes.ts";
export {
  type FigureChoice,
  FigureChoiceError,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
} from "./figures/figure.ts";
export { describeMetric } from "./measures/describe-metric.ts";
// Results: what a replication measures, and what it means.
export type { MeasureKey, MeasurePlan, ReplicationResult, RetentionKey } from "./measures/result.ts";
export { RETENTION_FIELDS } from "./measures/result.ts";
export { type JudgedStandard, judgeStandards, type StandardVerdict } from "./measures/standards.ts";
export type { TwinRows, Twins } from "./measures/twins.ts";
export {
  type Regime,
  type RegimeVerdict,
  regimeVerdicts,
  type TypeVerdict,
  typeVerdicts,
} from "./measures/verdict.ts";
export type { JournalColumns } from "./model/journal.ts";
export type { JournalNames } from "./model/journal-names.ts";
export { type LoadedScenario, type LoadOptions, loadScenario, type TemplateRow } from "./scenario/load.ts";
export { type Problem, ScenarioError } from "./scenario/problem.ts";
export type { Scenario } from "./scenario/schema.ts";
export { type ScenarioSources, sourcesFromMap } from "./scenario/sources.ts";
// Stories: one person's life in a replication, and where two worlds part.
export { type Chronicle, chronicle } from "./stories/chronicle.ts";
export { type Explanation, explain } from "./stories/explanation.ts";
export { partingSentences, spreadSentences, type TwoWorlds } from "./stories/explanation-words.ts";
export { type PatientReading, type PersonNumber, readPatient } from "./stories/person.ts";
export { type Story, storyOf } from "./stories/story.ts";
export { type WorthReading, worthReading } from "./stories/worth-reading.ts";
// Tables: rows as columns, and their text.
export { csvText } from "./tables/csv.ts";
export { COMPARE_TABLES, RUN_TABLES } from "./tables/declarations.ts";
export { dictionaryTable } from "./tables/dictionary.ts";
export { differencesOf, differenceTable, type MetricDifference } from "./tables/differences.ts";
export { EVENTS, eventTables } from "./tables/events.ts";
export { type GainedLost, gainedAndLost, gainedLostTable } from "./tables/gained-lost.ts";
export { jsonText } from "./tables/json.ts";
export { type Ranking, rankingsOf, rankingTable } from "./tables/ranking.ts";
export { replicationTable } from "./tables/replications.ts";
export { retentionTable } from "./tables/retention.ts";
export type { ScenarioResults } from "./tables/scenario-results.ts";
export { seriesTable } from "./tables/series.ts";
export { standardTable } from "./tables/standards.ts";
export { summaryTable } from "./tables/summary.ts";
export type { Cell, Column, Table, TableDeclaration } from "./tables/table.ts";
export { type NamedTwins, twinTables } from "./tables/twins.ts";
