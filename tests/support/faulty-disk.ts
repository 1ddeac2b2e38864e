/** What does the publishing of a site leave on a disk that fails it, or when it is stopped between two changes? */
import { beforeEachChange, type Changer } from "./disk-changes.ts";

/**
 * Does some work; asks before each change to the disk, counted from 1, for an error to throw in its place. Half of what
 * was to be written stands then. Gives what the work gives, or throws what it throws.
 */
export async function onFaultyDisk<T>(
  faultOf: (change: number, name: Changer) => Error | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const end = beforeEachChange(({ number, name, writeHalf }) => {
    const fault = faultOf(number, name);
    if (fault === undefined) return;
    writeHalf();
    throw fault;
  });
  try {
    return await work();
  } finally {
    end();
  }
}
