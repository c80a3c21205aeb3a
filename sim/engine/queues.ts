/**
 * Holds many first-come first-served queues of the same kind of member in flat arrays: queue q is a doubly
 * linked list, so that joining, leaving from anywhere and serving the head all take the same short time. A
 * member waits in at most one queue of the set. Who stands ahead of a member and who behind lie side by
 * side: whoever is met in no order costs one line of the cache, not two.
 */
export class Queues {
  readonly head: Int32Array;
  readonly length: Int32Array;
  private readonly tail: Int32Array;
  /** Of the member at place p, who stands ahead at `2 * p` and who behind after it; -1 for nobody. */
  private neighbours: Int32Array;

  private readonly shift: number;

  /** Members are numbered in steps of 2 to the power `shift`, as `Rows` does. */
  constructor(queues: number, shift = 0, members = 64) {
    this.shift = shift;
    this.head = new Int32Array(queues).fill(-1);
    this.tail = new Int32Array(queues).fill(-1);
    this.length = new Int32Array(queues);
    this.neighbours = new Int32Array(2 * members).fill(-1);
  }

  /** Gives who stands behind a member, or -1. */
  next(member: number): number {
    return this.neighbours[2 * (member >> this.shift) + 1];
  }

  /** Puts a member at the end of a queue. */
  join(queue: number, member: number): void {
    this.insertBefore(queue, -1, member);
  }

  /** Puts a member before another of the queue, or at the end if `other` is -1. */
  insertBefore(queue: number, other: number, member: number): void {
    const { shift } = this;
    const at = 2 * (member >> shift);
    if (at >= this.neighbours.length) this.grow(at);
    const { neighbours } = this;
    const before = other < 0 ? this.tail[queue] : neighbours[2 * (other >> shift)];
    neighbours[at] = before;
    neighbours[at + 1] = other;
    if (before < 0) this.head[queue] = member;
    else neighbours[2 * (before >> shift) + 1] = member;
    if (other < 0) this.tail[queue] = member;
    else neighbours[2 * (other >> shift)] = member;
    this.length[queue]++;
  }

  /** Takes a member out of its queue, wherever it stands. */
  leave(queue: number, member: number): void {
    const { shift, neighbours } = this;
    const before = neighbours[2 * (member >> shift)];
    const after = neighbours[2 * (member >> shift) + 1];
    if (before < 0) this.head[queue] = after;
    else neighbours[2 * (before >> shift) + 1] = after;
    if (after < 0) this.tail[queue] = before;
    else neighbours[2 * (after >> shift)] = before;
    this.length[queue]--;
  }

  /** Takes the head of a queue, or gives -1 if nobody waits. */
  serve(queue: number): number {
    const member = this.head[queue];
    if (member >= 0) this.leave(queue, member);
    return member;
  }

  /** Empties every queue. */
  reset(): void {
    this.head.fill(-1);
    this.tail.fill(-1);
    this.length.fill(0);
  }

  private grow(at: number): void {
    const wider = new Int32Array(Math.max(at + 2, this.neighbours.length * 2)).fill(-1);
    wider.set(this.neighbours);
    this.neighbours = wider;
  }
}
