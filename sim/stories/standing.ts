import { numberWords } from "../words/counts-in-letters.ts";
import { spanWords } from "../words/durations.ts";
import { listText } from "../words/lists.ts";
import { dayWords } from "../words/moments.ts";
import { sentence } from "../words/sentences.ts";
import type { Narrator } from "./narrator.ts";

/** Says what is open when the run ends. */
export function standingText({ life, simulated, they, their }: Narrator): string | undefined {
  const states = new Map<string, { readonly organisation: string; readonly isInPlace: boolean }>();
  let stage: "none" | "waiting" | "booked" | "seen" = "none";
  let contacts = 0;
  let since = 0;
  for (const { what, minute, episode, need, organisation } of life) {
    const link = `${episode}/${need}`;
    const name = simulated.names.organisations[organisation];
    if (what === "listed") {
      stage = "waiting";
      contacts = 0;
      since = minute;
    }
    if (what === "offered" && contacts === 0) stage = "booked";
    if (what === "relisted" && contacts === 0) stage = "waiting";
    if (what === "contact") {
      stage = "seen";
      contacts++;
    }
    if (what === "ended") stage = "none";
    if (what === "link_queued" || what === "link_sent")
      states.set(link, { organisation: name, isInPlace: false });
    if (what === "link_started") states.set(link, { organisation: name, isInPlace: true });
    if (what === "link_met" || what === "link_unmet" || what === "link_failed" || what === "link_refused")
      states.delete(link);
  }
  const open = [...states.values()];
  const inPlace = open.filter(({ isInPlace }) => isInPlace).map(({ organisation }) => organisation);
  const waiting = open.filter(({ isInPlace }) => !isInPlace).map(({ organisation }) => organisation);
  const parts = [
    ...(stage === "waiting"
      ? [`still on the waiting list, after ${spanWords(simulated.endMinute - since)}`]
      : []),
    ...(stage === "booked" ? [`waiting for ${their} first appointment`] : []),
    ...(stage === "seen"
      ? [
          `still with the link worker, after ${numberWords(contacts)} ` +
            `${contacts === 1 ? "contact" : "contacts"}`,
        ]
      : []),
    ...(inPlace.length > 0 ? [`in a place at ${listText(inPlace)}`] : []),
    ...(waiting.length > 0 ? [`waiting for an answer or a place at ${listText(waiting)}`] : []),
  ];
  if (parts.length === 0) return undefined;
  return sentence(
    `${dayWords(simulated.names.firstDay, simulated.endMinute)}, when the run ends: ${they} is ` +
      `${listText(parts)}`,
  );
}
