import type { NamedScenario } from "../scenarios/load-scenarios.ts";
import type { Warn } from "./plan-lever.ts";
import { seekFrontier } from "./seek-frontier.ts";
import { seekLeast } from "./seek-least.ts";
import { seekRobust } from "./seek-robust.ts";
import { seekTip } from "./seek-tip.ts";
import { seekWhere } from "./seek-where.ts";
import type { Seeking, Sought } from "./sought.ts";
import type { PlanTask } from "./task.ts";

/** Gives what a plan is sought with, once it is known that it can be asked: refuses what cannot. */
export function planSearch(
  task: PlanTask,
  named: NamedScenario,
  warn: Warn = () => {},
): (options: Seeking) => Promise<Sought> {
  const { ask, ensemble } = task;
  switch (ask.kind) {
    case "least":
      return ensemble === undefined
        ? seekLeast(task, ask, named, warn)
        : seekRobust(task, ensemble, ask, named, warn);
    case "tip":
      return ensemble === undefined
        ? seekTip(task, ask, named, warn)
        : seekRobust(task, ensemble, ask, named, warn);
    case "frontier":
      return seekFrontier(task, ensemble, ask, named, warn);
    case "where":
      return seekWhere(task, ask, named);
  }
}
