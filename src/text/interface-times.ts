/** How are times that are no plain dates said in the interface's language: weeks, quarters, seasons, decades, centuries? Pure. */
import type { InterfaceWords, WordKey } from "./interface-words.ts";
import { calendarPlace } from "./time-values.ts";

/**
 * Returns a TIMEX3 value in words: `26 January 2022`, `week of 24 January 2022`, `spring 2022`, `the 1930s`; undefined for durations, sets
 * and what is no date at all.
 */
export function timeInWords(value: string, words: InterfaceWords): string | undefined {
  const place = calendarPlace(value);
  if (place === undefined) return undefined;
  const { grain, period, first } = place;
  const year = words.figures(period.slice(0, 4));
  switch (grain) {
    case "day":
    case "month":
    case "year":
      return words.dates.date(period);
    case "week":
      return words.say(value.endsWith("-WE") ? "time.weekend" : "time.week", {
        day: words.dates.date(first),
      });
    case "season":
      return words.say(SEASONS[value.slice(5, 7)] ?? "time.spring", { year });
    case "quarter":
      return words.say(TERMS[value.slice(5, 7)] ?? "time.quarter1", { year });
    case "decade":
      return words.say("time.decade", { year: words.figures(`${period}0`) });
    case "century":
      return words.sayOrdinal("time.century", { number: Number(period) + 1 });
  }
}

type OfYear = Extract<WordKey, `time.${"spring" | "summer" | "autumn" | "winter"}`>;

const SEASONS: Readonly<Record<string, OfYear>> = {
  SP: "time.spring",
  SU: "time.summer",
  FA: "time.autumn",
  WI: "time.winter",
};

type Term = Extract<WordKey, `time.${"quarter" | "half"}${number}`>;

const TERMS: Readonly<Record<string, Term>> = {
  Q1: "time.quarter1",
  Q2: "time.quarter2",
  Q3: "time.quarter3",
  Q4: "time.quarter4",
  H1: "time.half1",
  H2: "time.half2",
};
