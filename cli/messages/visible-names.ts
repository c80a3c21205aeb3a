import { visibleName } from "../../sim/words/visible.ts";

/**
 * Gives sentences whose names stay on one line: each text that a sentence is given, also in lists and facts,
 * may come from anybody (a file, a folder, a scenario, run.json) and must not look like a line of ours.
 */
export function withVisibleNames<T extends object>(sentences: T): T {
  return new Proxy(sentences, {
    get(target, key) {
      const sentence: unknown = Reflect.get(target, key);
      return typeof sentence === "function"
        ? (...given: readonly unknown[]) => sentence(...given.map(visibleIn))
        : sentence;
    },
  });
}

function visibleIn(given: unknown): unknown {
  if (typeof given === "string") return visibleName(given);
  if (Array.isArray(given)) return given.map(visibleIn);
  if (typeof given !== "object" || given === null || Object.getPrototypeOf(given) !== Object.prototype)
    return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, visibleIn(value)]));
}
