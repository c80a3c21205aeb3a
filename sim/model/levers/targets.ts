import type { OrganisationSite } from "../generate-organisations.ts";
import type { World } from "../world.ts";

/** Says on whom an action on organisations acts; what it leaves out concerns all. */
interface Targets {
  readonly types?: readonly string[] | undefined;
  readonly focuses?: readonly string[] | undefined;
  readonly organisations?: readonly string[] | undefined;
}

/** Says whether an organisation is of the types, focuses and names of an action. */
export function isTarget({ types, focuses, organisations }: Targets, site: OrganisationSite): boolean {
  return (
    (types?.includes(site.type) ?? true) &&
    (focuses?.includes(site.focus) ?? true) &&
    (organisations?.includes(site.id) ?? true)
  );
}

/** Says whether an action of the timeline, by number, hits an organisation. */
export function isHitBy(w: World, a: number, organisation: number): boolean {
  return w.timeline.isHit[a * w.organisations.places.length + organisation] === 1;
}

/** Acts on each organisation of the part that is on which an action hits. */
export function forEachHit(w: World, a: number, act: (organisation: number) => void): void {
  for (const o of w.part.organisations) if (isHitBy(w, a, o)) act(o);
}
