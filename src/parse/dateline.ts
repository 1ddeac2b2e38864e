/** Which place a story was filed from, at the start of its first paragraph (stage 2). */
import type { Dateline } from "../model.ts";
import { monthOf } from "./dates/months.ts";

const LONGEST = 90;
const DASH = /^(?<head>[^-]{2,80}?)\s*(?<dash>-{1,3}|_)(?=[\s"'\p{Lu}])/u;

/** Returns the dateline of a paragraph, whose plain text and start in the text are given. */
export function readDateline(plain: string, start: number): Dateline | undefined {
  const match = DASH.exec(plain.slice(0, LONGEST));
  const head = match?.groups?.["head"];
  if (!match || head === undefined) return undefined;
  const agency = /\((?<agency>[^()]{2,30})\)\s*$/.exec(head)?.groups?.["agency"];
  const bare = head.replace(/\([^()]{2,30}\)\s*$/, "").trim();
  const parts = bare.split(/,\s*/);
  const places = parts.filter((part) => !/\d/.test(part) && monthOf(part) === undefined);
  const place = places.join(", ");
  if (!/^\p{Lu}/u.test(place)) return undefined;
  if (place.toUpperCase() !== place && parts.length === places.length && !agency) {
    if (!/^\p{Lu}{3}/u.test(place)) return undefined;
  }
  return { start, end: start + match[0].length, place, ...(agency ? { agency } : {}) };
}
