/**
 * Gives everybody in a caseload the lowest free number, so that a picture has a place for each; numbers
 * start at 1.
 */
export class CaseloadPlaces {
  private readonly placeOf = new Map<number, number>();
  private readonly isTaken: boolean[] = [];

  /** Gives an episode a place. */
  take(episode: number): number {
    const free = this.isTaken.indexOf(false);
    const place = free < 0 ? this.isTaken.length : free;
    this.isTaken[place] = true;
    this.placeOf.set(episode, place);
    return place + 1;
  }

  /** Frees the place of an episode, if it has one. */
  free(episode: number): void {
    const place = this.placeOf.get(episode);
    if (place === undefined) return;
    this.isTaken[place] = false;
    this.placeOf.delete(episode);
  }
}
