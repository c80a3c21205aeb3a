import { supportIntegration } from "../mechanisms/integration.ts";
import type { Lever } from "./lever.ts";

/** Helps practices to make the programme their own. */
export const integrationSupport: Lever<"integration_support"> = {
  rule: "integration",
  apply: (w, { practices, by }) => supportIntegration(w, practices, by),
};
