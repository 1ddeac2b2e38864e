/** Can a new archive be built as its editor has answered? The answers as `archive.yml`, checked as the file will be. Stage 1. */
import { dump } from "js-yaml";
import { slugOf } from "../text/slug.ts";
import { settingsFault } from "./settings.ts";

/** What an editor says of a new archive; what is not said is left out. */
export interface Answers {
  readonly title: string;
  readonly language: string;
  /** Whose texts they are, where they are one newspaper's. */
  readonly newspaper?: string;
  readonly zone?: string;
  readonly dateOrder?: string;
  /** `jalali`, `hijri`, or both with a comma or space between. */
  readonly calendar?: string;
  readonly url?: string;
  readonly licence?: string;
}

/** Returns the folder of a newspaper below `sources/`: `The Courier` has `the-courier`, one without Latin letters `newspaper`. */
export function folderOf(newspaper: string): string {
  return slugOf(newspaper) || "newspaper";
}

const HEAD =
  "# The settings of this archive. Every key has a default; the editor's guide explains each.\n";

/** Returns the text of `archive.yml` for the answers, with what is not said yet in comments to be filled in. */
export function settingsText(answers: Answers): string {
  const { title, language, newspaper, zone, dateOrder, calendar, url, licence } = answers;
  const calendars = calendar?.split(/[\s,]+/).filter((name) => name !== "") ?? [];
  const said = {
    title,
    description: `An archive of news: ${newspaper ?? title}.`,
    language,
    ...(url !== undefined && { url: url.endsWith("/") ? url : `${url}/` }),
    ...(zone !== undefined && { zone }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(calendars.length > 0 && { calendars }),
    ...(licence !== undefined && { licence }),
    ...(newspaper !== undefined && {
      publishers: [{ name: newspaper, folder: folderOf(newspaper) }],
    }),
  };
  const open = [
    url === undefined && "# url: https://archive.example/     # where the site will stand",
    zone === undefined &&
      "# zone: Europe/Lisbon              # in which the texts print their times",
    dateOrder === undefined && "# dateOrder: dmy                  # 04/05 is 4 May; mdy: April 5",
    licence === undefined && "# licence: https://creativecommons.org/licenses/by/4.0/",
  ].filter((line) => line !== false);
  return `${HEAD}${dump(said, { lineWidth: -1 })}${open.map((line) => `${line}\n`).join("")}`;
}

/** Returns what is wrong with the answers, in the words that `archive.yml` is refused with; nothing if all is well. */
export function answersFault(answers: Answers): string | undefined {
  return settingsFault(settingsText(answers));
}
