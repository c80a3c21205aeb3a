import { duration, share, strict } from "../fields.ts";

/** Declares how vacant posts are filled and covered. */
export const cover = strict({
  vacancy: duration("time until a post is filled"),
  days: share("working days of a vacant post that are covered"),
  ramp_up: duration("time over which a new link worker works up to full productivity"),
});
