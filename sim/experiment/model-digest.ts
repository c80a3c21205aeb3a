/**
 * Names the code that makes a replication's numbers: what the simulator uses of this package and of others,
 * without comments, prose and paths. `npm run build` writes it here in the program that it builds; sources
 * that were not built have none.
 */
export const MODEL_DIGEST: string = "unbuilt";
