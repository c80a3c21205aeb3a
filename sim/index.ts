/**
 * The simulation as a library, for any JavaScript engine: it reads no file and keeps no clock. What needs
 * files and threads is in `linksim/node`.
 *
 * @module linksim
 */

// Scenarios: load, check, lay changes over them.

export { loadScenario, readScenario } from "./experiment/load-checked.ts";
export type { Where } from "./scenario/document.ts";
export type { ScenarioFile } from "./scenario/internal/reachable-files.ts";
export type { Annotation } from "./scenario/internal/read-annotations.ts";
export type { LoadedScenario, LoadOptions, TemplateRow } from "./scenario/load.ts";
export { type Problem, renderProblem, ScenarioError } from "./scenario/problem.ts";
export { resolvedYaml } from "./scenario/resolved.ts";
export type { Scenario } from "./scenario/schema.ts";
export { type ScenarioSources, sourcesFromMap } from "./scenario/sources.ts";

// Published figures: targets beside what was simulated, and the parameters that they leave.

export {
  type AskedMembers,
  type Calibration,
  calibrate,
  drawMembers,
  type Ensemble,
  type Member,
} from "./calibration/calibrate.ts";
export type { Design as MatchedDesign, Emulator, Honesty } from "./calibration/emulator.ts";
export {
  historyMatch,
  type MatchProblem,
  type MatchSettings,
  type Wave,
} from "./calibration/history-match.ts";
export type { Band, Simulated as SimulatedTarget } from "./calibration/target.ts";
export { type Role, readTargetsFile, type Target } from "./calibration/targets-file.ts";
export { type TargetVerdict, type ValidatedTarget, validateTargets } from "./calibration/validation.ts";

// Ensembles: sets of values that fit published figures, what they leave open, and what to measure first.

export type { Bound, Region } from "./ensemble/conditions.ts";
export {
  type DecisionValue,
  decisionValue,
  type Objective as DecisionObjective,
  type OtherWeights,
  type ParameterValue,
} from "./ensemble/decide.ts";
export type { ExpectedAt, HangsMost } from "./ensemble/hangs-most.ts";
export {
  type HeadlineOptions,
  type HeadlineRange,
  headlineDifferences,
  headlineRanges,
  type RangeOf,
} from "./ensemble/headlines.ts";
export { type EnsembleMember, readMembersFile } from "./ensemble/members-file.ts";
export type { VariedValue as MemberValue } from "./ensemble/parameter-values.ts";
export { rangeSentences } from "./ensemble/range-sentence.ts";
export { type MembersOptions, simulateMembers } from "./ensemble/simulate-members.ts";
export {
  type Decision,
  type InformationValue,
  partialInformation,
  perfectInformation,
} from "./ensemble/value.ts";
export {
  type EnsembleWidths,
  type MemberRuns,
  type NotKnown,
  type NotKnownDifference,
  widthsAmong,
} from "./findings/not-known.ts";

// Deciding: how much of a lever meets a goal, where it tips, what two levers do for their money, and where.

export { drawMembers as membersByWeight } from "./ensemble/drawn-members.ts";
export { type FailingMembers, failingMembers, failingText } from "./ensemble/failing-members.ts";
export {
  type LevelOfMembers,
  type MemberAtLevel,
  type MemberLevels,
  type RobustLeast,
  type RobustLevels,
  type RobustOptions,
  type RobustTip,
  robustLeast,
  robustTip,
} from "./ensemble/robust-level.ts";
export {
  type Combination,
  type Frontier,
  type FrontierOptions,
  frontier,
  type TwoLevers,
} from "./experiment/frontier.ts";
export {
  type LeastLevel,
  leastLevel,
  type TippingLevel,
  tippingLevel,
} from "./experiment/least-level.ts";
export type { Fall, JudgedGoal, LevelOptions, Levels, TestedLevel } from "./experiment/level-tester.ts";
export { leverLevels } from "./experiment/lever-levels.ts";
export type { Allocation } from "./experiment/where/allocations.ts";
export {
  type BestPlaces,
  type BestPlacesOptions,
  bestPlaces,
  type WhereOption,
} from "./experiment/where/best-places.ts";
export type { Place as WherePlace, WhereAsk, WherePlaces } from "./experiment/where/places.ts";
export { type Goal, goalText, heldTo, readGoal } from "./findings/goal.ts";
export type { SequenceBounds } from "./stats/confidence-sequence.ts";
export type { AgainstTarget, Side } from "./stats/judge-against.ts";

// Experiments: one replication, many, worlds compared, many points.

export { type Attributed, type AttributeOptions, attribute } from "./experiment/attribute.ts";
export {
  type Compared,
  type ComparedWorld,
  type CompareExtent,
  type CompareOptions,
  compare,
} from "./experiment/compare.ts";
export { type SweepPoint, sweepPoints } from "./experiment/design/points.ts";
export type { RowPoint } from "./experiment/design/row-designs.ts";
export { readSweepFile } from "./experiment/design/sweep-file.ts";
export {
  type Design,
  planSweep,
  type SweepPlan,
  type SweepQuestion,
  type SweepRequest,
} from "./experiment/design/sweep-plan.ts";
export type { VariedParameter, VariedValue } from "./experiment/design/varied-parameter.ts";
export type { Variation } from "./experiment/design/vary.ts";
export type { DifferenceGoal, DifferencePrecision } from "./experiment/difference-precision.ts";
export type {
  ExecutionOptions,
  /** @deprecated The earlier name of `ExecutionOptions`. */
  ExecutionOptions as PlayOptions,
  Runnable,
  /** @deprecated The earlier name of `Runnable`. */
  Runnable as Playable,
} from "./experiment/execution-options.ts";
export {
  type Executor,
  /** @deprecated The earlier name of `Executor`. */
  type Executor as Player,
  eachAlone,
  type Job,
  type OnReplication,
  type OnReplicationOf,
  ReplicationError,
  type SimulatedReplication,
  /** @deprecated The earlier name of `SimulatedReplication`. */
  type SimulatedReplication as Played,
} from "./experiment/executor.ts";
export type { Extent, Replications } from "./experiment/extent.ts";
export { MODEL_DIGEST } from "./experiment/model-digest.ts";
export type { MeasuredReplication, OwnMeasure } from "./experiment/own-measures.ts";
export { ownThread } from "./experiment/own-thread.ts";
export type { PrecisionState } from "./experiment/precision.ts";
export { type Replicated, type ReplicateOptions, replicate } from "./experiment/replicate.ts";
export { type Simulated, type SimulateOptions, simulate } from "./experiment/simulate.ts";
export { createSimulator, type Simulator, type SimulatorOptions } from "./experiment/simulator.ts";
export { type PointResults, type SweepOptions, sweep } from "./experiment/sweep.ts";
export {
  type AttributedPeople,
  attributedPeople,
} from "./findings/attributed-people.ts";
export {
  type AttributedMetric,
  attributedMetrics,
  type ChangeOrders,
  type ChangeShare,
} from "./findings/attribution.ts";
export type { Change } from "./findings/changes.ts";
export type { PersonCause, PersonCounts } from "./measures/person-patterns.ts";
export type { ScenarioDifference } from "./scenario/differences.ts";
export type { ScenarioPart } from "./scenario/parts.ts";

// Measures: what a replication leaves, and what it means.

export { type JudgedOf, judgedOf } from "./findings/judged-of.ts";
export { keptPlaces } from "./findings/kept-values.ts";
export type { KnownMean } from "./findings/known-mean.ts";
export {
  type Regime,
  type RegimeVerdict,
  regimeVerdicts,
  type TypeVerdict,
  typeVerdicts,
} from "./findings/regime.ts";
export type { ReplicationDetail } from "./findings/replication-detail.ts";
export { type JudgedStandard, judgeStandards, type StandardVerdict } from "./findings/standards.ts";
export { CATALOGUE } from "./measures/catalogue.ts";
export { describeMetric, metricWords } from "./measures/describe-metric.ts";
export type { FateColumns } from "./measures/fates.ts";
export { HEADLINES } from "./measures/headlines.ts";
export { inWindow } from "./measures/in-window.ts";
export type { Better, Metric, Ratio } from "./measures/metric.ts";
export {
  type Detail,
  type MeasureKey,
  type MeasurePlan,
  RETENTION_FIELDS,
  type ReplicationResult,
  type RetentionKey,
  type WindowKey,
} from "./measures/result.ts";
export type {
  HeldResults,
  KeptResults,
  MetricGroup,
  MetricStretch,
  ResultArray,
  Results,
  ScenarioResults,
} from "./measures/scenario-results.ts";
export type { TwinRows, Twins } from "./measures/twins.ts";
export type { Emptiness, Window, WindowKind } from "./measures/windows.ts";
export type { EndReason } from "./model/events.ts";
export type { JournalNames } from "./model/journal-names.ts";
export type { JournalColumns } from "./model/journal-rows.ts";
export type { Reason, ReasonColumns, ReasonKind, ReasonValues } from "./model/reasons.ts";
export type { AgainstBest } from "./stats/compare-with-best.ts";
export type { Prediction } from "./stats/gaussian-process.ts";
export { type MeanInterval, meanInterval } from "./stats/mean-interval.ts";
export type { PairedDifference } from "./stats/paired-difference.ts";
export type { NoInterval, ReplicationInterval } from "./stats/replication-interval.ts";

// Tables: made from results, read as typed columns, rows or text.

export { differencesOf, type MetricDifference } from "./findings/differences.ts";
export { type GainedLost, gainedAndLost } from "./findings/gained-lost.ts";
export { type Ranking, rankingsOf } from "./findings/ranking.ts";
export { attributedPeopleTable } from "./tables/attributed-people.ts";
export { attributionTable, type BetweenScenarios } from "./tables/attribution.ts";
export { columnsOf, type TableColumns } from "./tables/columns-of.ts";
export { csvText } from "./tables/csv.ts";
export { ATTRIBUTE_TABLES, COMPARE_TABLES, RUN_TABLES, SENSITIVITY_TABLES } from "./tables/declarations.ts";
export { designTable } from "./tables/design.ts";
export { dictionaryTable } from "./tables/dictionary.ts";
export { differenceTable } from "./tables/differences.ts";
export { EVENTS, eventTables } from "./tables/events.ts";
export { type Fate, type NamedFate, namedFates } from "./tables/fates-in-words.ts";
export { gainedLostTable } from "./tables/gained-lost.ts";
export { jsonText } from "./tables/json.ts";
export { rankingTable } from "./tables/ranking.ts";
export { replicationTable } from "./tables/replications.ts";
export { retentionTable } from "./tables/retention.ts";
export { rowsOf, type TableRow } from "./tables/rows-of.ts";
export { seriesTable } from "./tables/series.ts";
export { type ScenarioStandards, standardTable } from "./tables/standards.ts";
export { summaryTable } from "./tables/summary.ts";
export { type MeasuredPoint, type SweepColumn, type SweepRows, sweepTable } from "./tables/sweep.ts";
export type { Cell, Column, ColumnType, Table, TableDeclaration, TableOf } from "./tables/table.ts";
export { type NamedTwins, twinTables } from "./tables/twins.ts";
export { validatedTargetsTable } from "./tables/validated-targets.ts";
export { valuesOf } from "./tables/values-of.ts";
export { windowTable } from "./tables/windows.ts";

// Figures: Vega-Lite specifications made from tables.

export { FIGURES, figuresOf } from "./figures/catalogue.ts";
export { type DatedChange, datedChanges } from "./figures/dated-changes.ts";
export {
  type FigureChoice,
  FigureChoiceError,
  type FigureEntry,
  type FigureInput,
  type FigureScenario,
  type FigureSpec,
} from "./figures/figure.ts";
export {
  figureInputOf,
  figureOf,
  type SimulatedScenario,
  /** @deprecated The earlier name of `SimulatedScenario`. */
  type SimulatedScenario as PlayedScenario,
} from "./figures/figure-of.ts";
export type { TableBehind } from "./figures/table-behind.ts";
export { SCENARIO_COLOURS, THEME } from "./figures/theme.ts";

// What is not known: parameters with their ranges, and which of them move a result.

export { type RankedParameter, rankedParameters } from "./experiment/ranked-parameters.ts";
export {
  type LoadUnder,
  type MeasuredSensitivityPoint,
  type PointValues,
  type ResultSensitivity,
  type ResultSpread,
  type ResultVariance,
  type Sensitivity,
  type SensitivityOptions,
  sensitivity,
} from "./experiment/sensitivity.ts";
export {
  planSensitivity,
  SENSITIVITY_METRICS,
  type SensitivityParameter,
  type SensitivityPlan,
  type SensitivityPoint,
  type SensitivityQuestion,
  type SensitivityStage,
} from "./experiment/sensitivity-plan.ts";
export {
  DISTRIBUTIONS,
  type Distribution,
  type EvidenceOfRow,
  parametersOf,
  type ScenarioParameter,
} from "./findings/parameters.ts";
export { type RangedNumber, rangedNumbers } from "./scenario/ranged-numbers.ts";
export type { BootstrapOptions } from "./sensitivity/bootstrap.ts";
export { type MorrisEffect, type MorrisRow, morris } from "./sensitivity/morris.ts";
export {
  type Estimate,
  groupShapley,
  groupShares,
  jansenNumerators,
  type VarianceIndices,
  type VarianceRow,
  type VarianceShares,
  varianceIndices,
  varianceShares,
} from "./sensitivity/variance.ts";
export { PARAMETERS, parametersTable } from "./tables/parameters.ts";
export {
  type SensitivityOf,
  sensitivityResultsTable,
  sensitivityTable,
  varianceSharesTable,
} from "./tables/sensitivity.ts";

// Stories: one person's life in a replication, and where two worlds part.

export { type Chronicle, chronicle } from "./stories/chronicle.ts";
export { type Cause, type Explanation, explain, type NumberParting } from "./stories/explanation.ts";
export { partingSentences, spreadSentences, type TwoWorlds } from "./stories/explanation-words.ts";
export type { Happening } from "./stories/happenings.ts";
export type { Parting } from "./stories/parting.ts";
export { type PatientReading, type PersonNumber, readPatient } from "./stories/person.ts";
export type { Spread, TouchedPerson } from "./stories/spread.ts";
export { type Story, type StoryDay, storyOf } from "./stories/story.ts";
export { type WorthReading, worthReading } from "./stories/worth-reading.ts";
