/** How many articles are looked at one by one before all are looked at together? Stage 5 over the tables. */

/** So large a part of the archive is not looked at article by article. */
const MOST_PART = 0.2;
/** So few are, however small the archive is. */
const FEW = 50;

/** Returns how many touched articles are looked at one by one, of an archive of so many. */
export function mostTouched(articles: number): number {
  return Math.max(FEW, Math.floor(articles * MOST_PART));
}
