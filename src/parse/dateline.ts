/** Which place a story was filed from, at the start of its first paragraph (stage 2). */
import type { Dateline } from "../model.ts";
import words from "../words/parse-datelines.json" with { type: "json" };
import { readDay } from "./dates/day.ts";
import { monthOf } from "./dates/months.ts";

const LONGEST = 100;
const MOST_PARTS = 4;
const MOST_WORDS = 6;
/** ` - `, `- `, ` -- `, `_ `: a dash that joins no two words. All dashes are hyphens in plain text. */
const DASH =
  /(?:\s-{1,3}(?=\s|$|["'\p{Lu}])|(?<=[\p{L}).\d])-{1,3}(?=\s)|--|\s?_(?=\s?["'\p{Lu}]))/u;
const COLON = /^(?<place>\p{Lu}[\p{Lu} .'-]{2,30})(?<mark>:)\s(?=["'\p{Lu}\d])/u;
const AGENCY_MARK = new RegExp(
  `^(?<place>[^()]{0,60}?)\\s?\\((?<agency>(?:${words.agencies.join("|")})(?:\\s[\\p{L} ]{1,20})?)\\)(?<mark>\\s?(?:-{1,3}|_|:)?)`,
  "u",
);
const UNCASED =
  /^(?<place>[\p{Script=Arabic}\p{Script=Hebrew}\u200c]{2,20}(?:\s[\p{Script=Arabic}\p{Script=Hebrew}\u200c]{2,20}){0,2})\s?-(?=\s)/u;
const STARS = /^[*\s]{1,8}/;
const LAST_AGENCY = /\s?\((?<agency>[^()]{2,40})\)\s?$/u;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i;
const SHORT_DATE =
  /\s?\b(?<month>\p{L}{3,9})\.?\s\d{1,2}(?:st|nd|rd|th)?$|\s?\b\d{1,2}\s(?<late>\p{L}{3,9})\.?$/u;
/** A misspelt month is a date still: `NEW YORK, Narch 2 -`. */
const LIKE_DATE = /^\p{L}{3,9}\.?\s\d{1,2}$/u;
const COMPANY = /\b(?:Inc|Corp|Co|Ltd|Plc|Notes?)\.?$/i;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;
const CAPITAL = /^["'(]?\p{Lu}/u;
const agencies = new Set(words.agencies.map((name) => name.toLowerCase()));
const notPlaces = new Set(words.notPlaces);
const small = new Set(words.small);

/**
 * Returns the dateline at the start of a paragraph, or undefined. `plain` is the paragraph's plain text
 * (see `shadowOf`), `start` its offset in the text. The span includes the dash; `place` has neither
 * date nor agency. A place that is not in capitals counts only beside a date or an agency, or before a
 * capital letter.
 *
 * Example: `readDateline("PORT ELLIS, March 3 (AP) - The bridge …", 0)` →
 * `{start: 0, end: 26, place: "PORT ELLIS", agency: "AP"}`.
 */
export function readDateline(plain: string, start: number): Dateline | undefined {
  const stars = STARS.exec(plain)?.[0].length ?? 0;
  const opening = plain.slice(stars, stars + LONGEST);
  const found =
    withAgencyMark(opening) ?? withDash(opening) ?? withColon(opening) ?? uncased(opening);
  if (!found) return undefined;
  const { place, agency, length } = found;
  return {
    start: start + stars,
    end: start + stars + length,
    place,
    ...(agency ? { agency } : {}),
  };
}

interface Found {
  readonly place: string;
  readonly agency?: string;
  readonly length: number;
}

/** `MEXICO CITY (AP) - `, `Hong Kong (CNN Business)`: a known agency in brackets needs no dash. */
function withAgencyMark(opening: string): Found | undefined {
  const match = AGENCY_MARK.exec(opening);
  const agency = match?.groups?.["agency"];
  if (!match || agency === undefined) return undefined;
  const { place } = placeOf(match.groups?.["place"] ?? "");
  return isPlace(place) ? { place, agency, length: match[0].length } : undefined;
}

function withDash(opening: string): Found | undefined {
  const match = DASH.exec(opening);
  if (!match || match.index < 2) return undefined;
  const head = opening.slice(0, match.index);
  const length = match.index + match[0].length;
  const { place, agency, dated } = placeOf(head);
  if (!isPlace(place, dated)) return undefined;
  if (CAPITALS.test(place.split(",")[0] ?? "") || dated || agency !== undefined) {
    return { place, length, ...(agency ? { agency } : {}) };
  }
  const next = opening.slice(length).trimStart();
  if (COMPANY.test(place)) return undefined;
  const bare = /^\p{L}+(?:[\s/]\p{L}+){0,2}$/u.test(place);
  return bare && /^["'\p{Lu}]/u.test(next) ? { place, length } : undefined;
}

/** `PORT ELLIS: The …`, in capitals only. */
function withColon(opening: string): Found | undefined {
  const match = COLON.exec(opening);
  const place = match?.groups?.["place"]?.trim() ?? "";
  if (!match || !CAPITALS.test(place) || !isPlace(place)) return undefined;
  return { place, length: place.length + 1 };
}

/** `تهران - …`: in a script without capitals, one to three words before a dash with space around it. */
function uncased(opening: string): Found | undefined {
  const match = UNCASED.exec(opening);
  const place = match?.groups?.["place"];
  return match && place !== undefined ? { place, length: match[0].length } : undefined;
}

/** The place without the date and the agency that stand after it. */
function placeOf(head: string): { place: string; agency?: string; dated: boolean } {
  let agency = LAST_AGENCY.exec(head)?.groups?.["agency"];
  const places: string[] = [];
  let dated = false;
  for (const part of head.replace(LAST_AGENCY, "").split(",")) {
    const bare = part.trim();
    if (bare === "") continue;
    if (agencies.has(bare.toLowerCase())) agency ??= bare;
    else if (isDate(bare) || (places.length > 0 && LIKE_DATE.test(bare))) dated = true;
    else {
      const kept = withoutDate(bare);
      dated ||= kept !== bare;
      if (kept !== "") places.push(kept);
    }
  }
  return { place: places.join(", "), dated, ...(agency ? { agency } : {}) };
}

function isDate(part: string): boolean {
  return /^\d{4}$/.test(part) || WEEKDAY.test(part) || withoutDate(part) === "";
}

/** `JOHANNESBURG March 13` → `JOHANNESBURG`. */
function withoutDate(part: string): string {
  const full = readDay(part);
  if (full) return part.slice(0, full.start).trim();
  const match = SHORT_DATE.exec(part);
  const month = match?.groups?.["month"] ?? match?.groups?.["late"];
  if (!match || month === undefined || monthOf(month) === undefined) return part;
  return part.slice(0, match.index).trim();
}

function isPlace(place: string, dated = false): boolean {
  const parts = place.split(/,\s?/);
  if (place.length < 3 || parts.length > MOST_PARTS || /[\d!?;:"]/.test(place)) return false;
  if (notPlaces.has(place.toLowerCase().replace(/[.\s]+$/, ""))) return false;
  return parts.every((part) => {
    const names = part.split(/[\s/]+/);
    return (
      names.length <= MOST_WORDS &&
      CAPITAL.test(part) &&
      names.every((name) => dated || CAPITAL.test(name) || small.has(name.toLowerCase()))
    );
  });
}
