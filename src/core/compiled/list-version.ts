/** Which version of a list. An epoch begins with a new key and counts its versions anew. */
export interface ListVersion {
  epoch: number;
  version: number;
}

/** For sorting, oldest first: above 0 where `one` is the newer. */
export function byAge(one: ListVersion, other: ListVersion): number {
  return one.epoch - other.epoch || one.version - other.version;
}

/** Whether `one` is newer than `other`; anything is newer than nothing. */
export function isAbove(one: ListVersion, other: ListVersion | undefined): boolean {
  return other === undefined || byAge(one, other) > 0;
}

export function highest(...versions: readonly (ListVersion | undefined)[]): ListVersion | undefined {
  return versions.reduce((high, one) => (one !== undefined && isAbove(one, high) ? one : high), undefined);
}
