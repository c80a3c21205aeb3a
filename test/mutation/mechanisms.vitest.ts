import { suite } from "./suite.ts";

/** What tells most of the mechanisms in 20 s: small golden runs, the journal against the measures, each lever. */
export default suite([
  "test/measures/small-runs.golden.test.ts",
  "test/model/journal.test.ts",
  "test/model/every-lever.test.ts",
]);
