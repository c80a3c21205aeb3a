import { supportIntegration } from "../mechanisms/integration.ts";
import type { Lever } from "./lever.ts";

/** Helps practices to make the programme their own. */
export const integrationSupport: Lever<"integration_support"> = {
  rule: "integration",
  names: ({ practices = [] }) => [{ path: "practices", what: "practice", ids: practices }],
  apply: (w, { practices, by }) => supportIntegration(w, practices, by),
};
