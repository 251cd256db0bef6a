/** The oldest version that is still taken. An epoch begins with a new key and counts its versions anew. */
export interface Floor {
  epoch: number;
  version: number;
}

export function highest(...floors: readonly (Floor | undefined)[]): Floor | undefined {
  return floors.reduce((high, floor) => (floor !== undefined && isAbove(floor, high) ? floor : high), undefined);
}

/** Whether `one` is newer than `other`; anything is newer than nothing. */
export function isAbove(one: Floor, other: Floor | undefined): boolean {
  if (other === undefined) return true;
  return one.epoch === other.epoch ? one.version > other.version : one.epoch > other.epoch;
}
