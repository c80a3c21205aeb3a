import { suite } from "./suite.ts";

/**
 * What tells most of the mechanisms in 20 s: the ablations and rows, the levers, and the journal against the
 * measures.
 */
export default suite(["mechanisms", "rows", "levers", "journal"].map((name) => `test/model/${name}.test.ts`));
