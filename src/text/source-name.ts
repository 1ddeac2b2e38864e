/** What is one of several articles in a file called, in messages and where a source is looked up? */

/**
 * Returns the name of a source as messages print it: `sources/2022/bridge.txt`, and for one of several
 * articles in a file `sources/2022/export.xml#post-17`. No two sources of an archive share one.
 */
export function sourceName(path: string, item?: string): string {
  return item === undefined ? `sources/${path}` : `sources/${path}#${item}`;
}
