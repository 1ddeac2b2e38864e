/** What does the editor know of single places? Stage 1: reads `content/places/*.md`. */
import { z } from "zod";
import type { AuthorityRecord } from "../settings-model.ts";
import { countryName } from "../words/countries.ts";
import { shownWords } from "./decision-lines.ts";
import { listOf, readRecords } from "./record-folder.ts";

const FOLDER = "places";

const degrees = (most: number, example: string) =>
  z
    .number({ error: `expected degrees such as ${example}` })
    .min(-most, { error: `expected degrees from -${most} to ${most}` })
    .max(most, { error: `expected degrees from -${most} to ${most}` })
    .optional();

const schema = z
  .strictObject({
    name: shownWords,
    variants: listOf(shownWords, "Port-Ellis, Old Port Ellis").default([]),
    label: shownWords.optional(),
    latitude: degrees(90, "39.4 (south is below 0)"),
    longitude: degrees(180, "-9.3 (west is below 0)"),
    country: z
      .string()
      .refine((code) => countryName(code) !== undefined, {
        error: "expected a country's two capital letters, such as PT",
      })
      .optional(),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    error: "expected `latitude` and `longitude` together",
    path: ["latitude"],
  });

/**
 * Returns the authority records of places in a content folder by slug; none where it has no `places` folder. Throws a `CliError`
 * with file and line where one cannot be understood.
 */
export function readPlaceRecords(contentFolder: string): readonly AuthorityRecord[] {
  return readRecords(contentFolder, { folder: FOLDER, example: "port-ellis.md", schema }).map(
    ({ value, ...head }) => {
      const { latitude, longitude, label, country, ...known } = value;
      return {
        ...known,
        sameAs: [],
        ...(label !== undefined && { label }),
        ...(country !== undefined && { country }),
        ...(latitude !== undefined &&
          longitude !== undefined && { position: { latitude, longitude } }),
        ...head,
      };
    },
  );
}
