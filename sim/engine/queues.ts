/**
 * Holds many first-come first-served queues of the same kind of member in flat arrays: queue q is a doubly
 * linked list through `ahead` and `behind`, so that joining, leaving from anywhere and serving the head all
 * take the same short time. A member waits in at most one queue of the set.
 */
export class Queues {
  readonly head: Int32Array;
  readonly length: Int32Array;
  private readonly tail: Int32Array;
  private ahead: Int32Array;
  private behind: Int32Array;

  private readonly shift: number;

  /** Members are numbered in steps of 2 to the power `shift`, as `Rows` does. */
  constructor(queues: number, shift = 0, members = 64) {
    this.shift = shift;
    this.head = new Int32Array(queues).fill(-1);
    this.tail = new Int32Array(queues).fill(-1);
    this.length = new Int32Array(queues);
    this.ahead = new Int32Array(members).fill(-1);
    this.behind = new Int32Array(members).fill(-1);
  }

  /** Gives who stands behind a member, or -1. */
  next(member: number): number {
    return this.behind[member >> this.shift];
  }

  /** Puts a member at the end of a queue. */
  join(queue: number, member: number): void {
    this.insertBefore(queue, -1, member);
  }

  /** Puts a member before another of the queue, or at the end if `other` is -1. */
  insertBefore(queue: number, other: number, member: number): void {
    const { shift } = this;
    const place = member >> shift;
    if (place >= this.ahead.length) this.grow(place);
    const before = other < 0 ? this.tail[queue] : this.ahead[other >> shift];
    this.ahead[place] = before;
    this.behind[place] = other;
    if (before < 0) this.head[queue] = member;
    else this.behind[before >> shift] = member;
    if (other < 0) this.tail[queue] = member;
    else this.ahead[other >> shift] = member;
    this.length[queue]++;
  }

  /** Takes a member out of its queue, wherever it stands. */
  leave(queue: number, member: number): void {
    const { shift } = this;
    const before = this.ahead[member >> shift];
    const after = this.behind[member >> shift];
    if (before < 0) this.head[queue] = after;
    else this.behind[before >> shift] = after;
    if (after < 0) this.tail[queue] = before;
    else this.ahead[after >> shift] = before;
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

  private grow(place: number): void {
    const size = Math.max(place + 1, this.ahead.length * 2);
    const ahead = new Int32Array(size).fill(-1);
    const behind = new Int32Array(size).fill(-1);
    ahead.set(this.ahead);
    behind.set(this.behind);
    this.ahead = ahead;
    this.behind = behind;
  }
}
