import { MODEL_DIGEST } from "../../sim/experiment/model-digest.ts";

/**
 * Names the model that this program simulates, so that no cell of another model is ever taken for one of
 * this.
 */
export function modelVersion(): string {
  if (MODEL_DIGEST === "unbuilt")
    throw new Error("these sources have no digest of their model: npm run build");
  return MODEL_DIGEST;
}
