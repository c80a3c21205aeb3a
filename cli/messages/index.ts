import * as calibration from "./calibration.ts";
import * as commands from "./commands.ts";
import * as ensembles from "./ensembles.ts";
import * as figures from "./figures.ts";
import * as folders from "./folders.ts";
import * as options from "./options.ts";
import * as planning from "./planning.ts";
import * as report from "./report.ts";
import * as results from "./results.ts";
import * as running from "./running.ts";
import * as scenarios from "./scenarios.ts";
import * as sensitivity from "./sensitivity.ts";
import * as store from "./store.ts";
import * as stories from "./stories.ts";
import * as sweep from "./sweep.ts";
import * as system from "./system.ts";
import { withVisibleNames } from "./visible-names.ts";

/** Every sentence that the command line says to its user, apart from help texts and results. */
export const messages = withVisibleNames({
  ...calibration,
  ...commands,
  ...ensembles,
  ...figures,
  ...folders,
  ...options,
  ...planning,
  ...report,
  ...results,
  ...running,
  ...scenarios,
  ...sensitivity,
  ...store,
  ...stories,
  ...sweep,
  ...system,
});
