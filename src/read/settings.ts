/** How does this archive want to be built? Stage 1: reads `archive.yml`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ParseFacts, SourceText } from "../model.ts";
import type { ArchiveSettings, PublisherSettings } from "../settings-model.ts";
import { checkYaml } from "../text/checked-yaml.ts";
import { CliError } from "../text/cli-error.ts";
import { isZone } from "../text/dates.ts";
import { onDisk } from "../text/disk-error.ts";

const zone = z.string().refine(isZone, {
  error: "expected an IANA time zone such as Europe/Lisbon",
});
const dateOrder = z.enum(["dmy", "mdy"], {
  error: "expected dmy (4 May) or mdy (April 5) for 04/05",
});
const share = z.number().min(0).max(1);
const count = z.number().int().min(1);
/** 0 switches it off. */
const countOrNone = z.number().int().min(0);

const thresholds = z.strictObject({
  personSure: share.default(0.9),
  personLikely: share.default(0.5),
  personArticles: count.default(2),
  topicArticles: count.default(3),
  countryPairArticles: countOrNone.default(5),
  leadingOrganisationArticles: countOrNone.default(3),
  placeArticles: count.default(2),
  organisationArticles: count.default(2),
  sourceBytes: count.default(5_000_000),
});

const schema = z.strictObject({
  title: z.string().min(1).default("An archive of news"),
  description: z.string().optional(),
  url: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://archive.example/" })
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
      error: "expected a language code such as en or pt-BR",
    })
    .default("en"),
  numerals: z
    .string()
    .refine((name) => Intl.supportedValuesOf("numberingSystem").includes(name), {
      error:
        "expected latn for 1 2 3, arab for ١ ٢ ٣, arabext for ۱ ۲ ۳, or another numbering system of CLDR",
    })
    .optional(),
  calendars: z.array(z.enum(["jalali", "hijri"], { error: "expected jalali or hijri" })).optional(),
  zone: zone.optional(),
  dateOrder: dateOrder.optional(),
  licence: z.string().min(1).optional(),
  publishers: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        folder: z.string().regex(/^[^/\\]([^\\]*[^/\\])?$/, {
          error: "expected a folder below sources/, such as courier",
        }),
        zone: zone.optional(),
        dateOrder: dateOrder.optional(),
      }),
    )
    .default([]),
  thresholds: thresholds.default(() => thresholds.parse({})),
});

/**
 * Returns the archive's settings, with defaults for what `archive.yml` leaves out or if there is none.
 * Throws a `CliError` with file and line where it cannot be read as settings.
 */
export function readSettings(contentFolder: string): ArchiveSettings {
  const path = join(contentFolder, "archive.yml");
  const yaml = existsSync(path) ? onDisk(path, () => readFileSync(path, "utf8")) : "";
  const checked = checkYaml(yaml, schema);
  if ("fault" in checked) {
    throw new CliError(`${path}:${checked.fault.line}: ${checked.fault.message}`);
  }
  // optional keys that are absent stay absent: zod adds none
  return checked.value as ArchiveSettings;
}

/** Returns what is wrong with the text of an `archive.yml`; nothing if it can be used. */
export function settingsFault(yaml: string): string | undefined {
  const checked = checkYaml(yaml, schema);
  return "fault" in checked ? checked.fault.message : undefined;
}

/** Returns the publisher whose folder holds a source (its path below `sources/`); of several the deepest. */
export function publisherOf(
  path: string,
  settings: ArchiveSettings,
): PublisherSettings | undefined {
  return settings.publishers
    .filter(({ folder }) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/**
 * Returns what is known of a source from outside its text: the zone and date order of its publisher, else
 * the archive's, and what its format states.
 */
export function factsFor(
  { path, stated }: Pick<SourceText, "path" | "stated">,
  settings: ArchiveSettings,
): ParseFacts {
  const publisher = publisherOf(path, settings);
  const zone = publisher?.zone ?? settings.zone;
  const dateOrder = publisher?.dateOrder ?? settings.dateOrder;
  return {
    ...(zone !== undefined && { zone }),
    ...(dateOrder !== undefined && { dateOrder }),
    ...(stated !== undefined && { stated }),
  };
}
