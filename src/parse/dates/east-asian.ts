/** Which day a Chinese, Japanese or Korean date names (stage 2). */
import words from "../../words/parse-dates.json" with { type: "json" };
import { type DayValue, dayValue, type Parts } from "./day-value.ts";

const ERAS: Readonly<Record<string, number>> = words.eras;
const NUMERALS = "〇一二三四五六七八九";
/** A number in figures, or in up to four numerals: 二〇二二, 十一, 二十六. */
const NUMBER = String.raw`\d{1,2}|[〇○零一二三四五六七八九十]{1,4}`;

/** 2022年1月26日, 2022년 1월 26일, 2022年（令和4年）1月26日, 令和4年1月26日, 二〇二二年一月二十六日. */
export const EAST_ASIAN = new RegExp(
  String.raw`(?<!\d)(?:(?<year>(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})|(?<era>${Object.keys(ERAS).join("|")})\s?(?<reign>元|\d{3}|${NUMBER}))\s?[年년]\s?(?:[(（][^()（）]{1,8}[)）]\s?)?(?<month>${NUMBER})\s?[月월]\s?(?<day>${NUMBER})\s?[日号號일]?`,
  "gu",
);

/** Returns the day of a match of `EAST_ASIAN`; the first year of an era is 元 or 1. */
export function readEastAsian(parts: Parts): DayValue {
  const { era, reign, year, month, day } = parts;
  const before = era === undefined ? undefined : ERAS[era];
  const printed = before === undefined ? digitsOf(year ?? "") : before + numberOf(reign ?? "");
  return dayValue("gregorian", printed, numberOf(month ?? ""), numberOf(day ?? ""));
}

/** 二〇二二 → 2022: numerals as figures. */
function digitsOf(printed: string): number {
  const figures = [...printed].map((sign) => {
    const figure = NUMERALS.indexOf(sign.replace(/[○零]/, "〇"));
    return figure === -1 ? sign : String(figure);
  });
  return Number(figures.join(""));
}

/** 二十六 → 26, 十一 → 11, 元 → 1: numerals with tens. */
function numberOf(printed: string): number {
  if (printed === "元") return 1;
  if (!printed.includes("十")) return digitsOf(printed);
  const [tens = "", ones = ""] = printed.split("十");
  return (tens === "" ? 1 : digitsOf(tens)) * 10 + (ones === "" ? 0 : digitsOf(ones));
}
