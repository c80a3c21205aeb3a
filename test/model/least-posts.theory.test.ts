import { describe, expect, it } from "vitest";
import { KNOWN_QUEUES, leastPosts, postsAt } from "../../bench/plan/known-queues.ts";

/*
 * The least number of posts that meets a goal, against queueing theory: the whole model, reduced to a queue
 * by its scenario file alone. Each side of an answer is wrong with a chance of at most 1 %, at one fixed seed
 * here; `npm run bench:plan` takes all queues and more seeds.
 */
describe("the least number of posts", () => {
  it.each(KNOWN_QUEUES.filter(({ isQuick }) => isQuick))("of $name is $least", async (queue) => {
    const { meets, fails, falls } = await leastPosts(queue, "theory");
    expect(postsAt(queue, meets?.level)).toBe(queue.least);
    expect(postsAt(queue, fails?.level)).toBe(queue.least - 1);
    expect(falls).toEqual([]);
  });
});
