import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PATH = "/usr/bin/chromium";

/**
 * Says whether tests in a browser are to be passed over: there is none, and the environment does not ask for
 * it (`LINKSIM_REQUIRE_ALL=1`).
 */
export const hasNoChromium = !existsSync(PATH) && process.env.LINKSIM_REQUIRE_ALL !== "1";

/** Starts a headless Chromium that asks nothing of the network by itself; whoever starts it closes it. */
export function startChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: PATH,
    headless: true,
    // A busy machine is no reason to fail: what hangs is ended by the test's own limit.
    timeout: 0,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
