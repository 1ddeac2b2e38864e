/** Where do numbers come from that look random and are the same in each training? For `npm run train`. */

/** Returns a source of numbers from 0 to 1, always the same ones for a seed: Mulberry32 by Tommy Ettinger, public domain. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
