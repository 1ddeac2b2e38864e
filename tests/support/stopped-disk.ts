/** What is left on the disk by a program that is killed between two of its writes, or in one? */
import { beforeEachChange } from "./disk-changes.ts";

class Stopped extends Error {}

/**
 * Does some work and stops it in its `last`th change to the disk: half of what was to be written stands then, and
 * nothing is changed any more, by no `catch` either. Returns whether the work had come to its end before.
 */
export function stoppedAt(last: number, work: () => void): boolean {
  const end = beforeEachChange(({ number, writeHalf }) => {
    if (number < last) return;
    if (number === last) writeHalf();
    throw new Stopped();
  });
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof Stopped) return false;
    throw error;
  } finally {
    end();
  }
}
