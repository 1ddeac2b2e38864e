/** Which jobs can be done now, apart from each other and from the rest of a build? The next step of a build whose costly work is due. */
import { changedArticles } from "./annotated-articles.ts";
import { type Progress, rehearseImport } from "./archive-import.ts";
import { openDatabase } from "./catalog/database.ts";
import { previewed } from "./catalog/preview.ts";
import { siteVersion } from "./catalog/program.ts";
import { forgetResults } from "./catalog/results.ts";
import { isSearchDue } from "./catalog/shards.ts";
import type { Database } from "./catalog/statements.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { surveyContent } from "./content-survey.ts";
import { rehearseDrawing } from "./drawn-site.ts";
import { JobFolder, type JobPlan, type PlannedJob } from "./jobs/job-folder.ts";
import type { RecognitionTask } from "./jobs/job-task.ts";
import { MonthSpool } from "./jobs/month-spool.ts";
import type { Portion } from "./jobs/parcel.ts";
import { drawnSubject, indexedSubject, RECOGNISED } from "./joined-results.ts";
import { KnownAnnotations, NOTHING_RECOGNISED, type Recogniser } from "./known-annotations.ts";
import type { NewsDocument } from "./model.ts";
import type { MadePage } from "./pages/plan.ts";
import { prepareSite } from "./prepared-archive.ts";
import { digestOfSite } from "./publish/site-digest.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { searchedPart } from "./search/searched-part.ts";
import { cutShards, monthOf, type Shard } from "./search/shards.ts";
import { shardsToIndex } from "./searched-site.ts";
import { standingSite } from "./standing-site.ts";
import { inBatches } from "./text/batches.ts";

/** How jobs are planned. */
export interface PlanningOptions {
  /** Where they are put. */
  readonly folder: string;
  /** Articles that a job has at most, as far as the calendar allows; pages are cheaper, and a job has five times as many. */
  readonly size: number;
  readonly progress: Progress;
}

/** Pages that cost what one article does. */
const PAGES_AN_ARTICLE = 5;
/** Bytes of page data in a job, by which memory is bounded. */
const MOST_DATA = 64_000_000;

/**
 * Puts the jobs of the next step into a folder and returns them. As long as texts have to be recognised these are it, and nothing but the survey of
 * the content folder is kept; else the archive is prepared, as a build does, and pages are what is left; once these stand, shards to index. Nothing
 * is returned where the site stands as a build would make it. The same archive gives the same jobs.
 */
export function planJobs(
  content: string,
  output: string,
  options: PlanningOptions,
): JobPlan | undefined {
  const plan = nextStep(content, output, options);
  const folder = new JobFolder(options.folder);
  if (plan === undefined) folder.clear();
  else folder.keepPlan(plan);
  return plan;
}

function nextStep(content: string, output: string, options: PlanningOptions): JobPlan | undefined {
  const work = { folder: new JobFolder(options.folder), options };
  if (standingSite(content, output, { search: false, isUnderWay: true }) !== undefined)
    return planIndexing(content, output, work);
  const program = surveyed(content);
  const jobs = planRecognition(content, program, work);
  return jobs.length > 0
    ? { step: "recognise", program, jobs }
    : planDrawing(content, output, work);
}

interface Planning {
  readonly folder: JobFolder;
  readonly options: PlanningOptions;
}

/** Surveys the content folder, and returns the program's version. */
function surveyed(content: string): string {
  const database = openDatabase(catalogueOf(content));
  try {
    surveyContent(content, database);
    return siteVersion(database);
  } finally {
    database.close();
  }
}

// ------------------------------------------------------------------ recognise

function planRecognition(
  content: string,
  program: string,
  { folder, options: { size, progress } }: Planning,
): readonly PlannedJob[] {
  return folder.inWork("plan", (work) => {
    const spool = new MonthSpool(work);
    const task = previewed(catalogueOf(content), (database) => {
      forgetResults(database);
      return spoolUnknown(content, database, { spool, progress });
    });
    const most = { elsewhere: size, whereItGrows: size };
    return cutShards(spool.counts, most).flatMap((shard) =>
      batches(portionsOf(shard, spool), size)
        .map((portions, number) => {
          const part = number === 0 ? "" : `-part-${number + 1}`;
          const name = `recognise-${shard.name}${part}`;
          return folder.putJob({ name, subject: RECOGNISED, program, task, portions });
        })
        .toArray(),
    );
  });
}

/**
 * Goes through import and recognition, and lays by the documents of which nothing is known. A text whose article the editor has changed at the same time
 * as somebody its source is left to the build, which merges them.
 */
function spoolUnknown(
  content: string,
  database: Database,
  { spool, progress }: { readonly spool: MonthSpool; readonly progress: Progress },
): RecognitionTask {
  const settings = readSettings(content);
  const { topics } = readTopics(content, builtInTopics());
  const recogniser: Recogniser = (document: NewsDocument, _topics, key) => {
    spool.add(monthOf(document.published), { key, json: JSON.stringify(document) });
    return NOTHING_RECOGNISED;
  };
  rehearseImport(content, database, { progress, recogniser });
  const options = { settings, topics, progress, recogniser };
  // each is looked at when the next is asked for
  for (const _ of changedArticles(content, database, options));
  const { definitions } = topics;
  const { hasOwnTopics } = new KnownAnnotations(database, definitions);
  return { step: "recognise", ...(hasOwnTopics && { topics: definitions }) };
}

function* portionsOf({ printed }: Shard, spool: MonthSpool): Generator<Portion> {
  const months = [...spool.counts.keys()].filter((month) =>
    printed === undefined ? month === "" : printed.from <= month && month <= printed.to,
  );
  for (const month of months.sort()) {
    for (const { key, json } of spool.texts(month)) yield { name: key, bytes: Buffer.from(json) };
  }
}

// ------------------------------------------------------------------ draw

function planDrawing(
  content: string,
  output: string,
  { folder, options: { size, progress } }: Planning,
): JobPlan {
  const prepared = prepareSite(content, progress);
  const { database } = prepared.context;
  try {
    const program = siteVersion(database);
    const jobs = rehearseDrawing(prepared, digestOfSite(output), ({ frame, shape, pages }) => {
      const subject = drawnSubject(shape);
      const task = { step: "draw", frame } as const;
      const portions = Iterator.from(pages).map(portionOf);
      return batches(portions, size * PAGES_AN_ARTICLE)
        .map((batch, number) => {
          const name = `draw-${String(number + 1).padStart(4, "0")}`;
          return folder.putJob({ name, subject, program, task, portions: batch });
        })
        .toArray();
    });
    return { step: "draw", program, jobs };
  } finally {
    database.close();
  }
}

function portionOf({ digest, json }: MadePage): Portion {
  return { name: digest, bytes: json };
}

// ------------------------------------------------------------------ index

function planIndexing(content: string, output: string, { folder }: Planning): JobPlan | undefined {
  const database = openDatabase(catalogueOf(content));
  try {
    if (!isSearchDue(database)) return undefined;
    const { language } = readSettings(content);
    const program = siteVersion(database);
    const jobs = shardsToIndex(database, output, language).map(({ name, count, digest, pages }) => {
      const task = { step: "index", shard: { name, count }, language } as const;
      const portions = Array.from(pages, ({ path, html }) => ({
        name: path,
        bytes: Buffer.from(searchedPart(html)),
      }));
      const subject = indexedSubject(name, digest);
      return folder.putJob({ name: `index-${name}`, subject, program, task, portions });
    });
    return { step: "index", program, jobs };
  } finally {
    database.close();
  }
}

/** Cuts portions into batches of so many at most, or of 64 MB. */
function batches(portions: Iterable<Portion>, most: number): Generator<readonly Portion[]> {
  return inBatches(portions, ({ bytes }) => bytes.length, { items: most, size: MOST_DATA });
}
