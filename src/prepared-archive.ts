/** How does an archive come to be ready to be drawn? Stages 1 to 5 for what has changed, and what pages look up. */
import { hash } from "node:crypto";
import { changedArticles } from "./annotated-articles.ts";
import { type ImportReport, importChanged, type Progress } from "./archive-import.ts";
import { dropArticle, putArticle, putWithdrawn, withdrawnArticles } from "./catalog/articles.ts";
import { touch } from "./catalog/cells.ts";
import { openDatabase } from "./catalog/database.ts";
import { forgetChanges } from "./catalog/files.ts";
import { printedIn } from "./catalog/periods.ts";
import { siteVersion } from "./catalog/program.ts";
import { articleAt } from "./catalog/reading-articles.ts";
import { remarksIn, replaceRemarks } from "./catalog/remarks.ts";
import { setState, stateOf } from "./catalog/state.ts";
import { type Database, inTransaction } from "./catalog/statements.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { surveyContent } from "./content-survey.ts";
import { type ImportCounts, ImportTally, importRemarks } from "./import-tally.ts";
import { joinResults } from "./joined-results.ts";
import type { LinkedBy } from "./linked-archive.ts";
import { removeSightings, writeSightings } from "./linked-names/facts.ts";
import { linkNames } from "./linked-names/linked-names.ts";
import { linkStories, removeStoryFacts, writeStoryFacts } from "./linked-stories.ts";
import type { Diagnostic } from "./model.ts";
import { PageContext } from "./pages/context.ts";
import { headOf } from "./pages/entries.ts";
import type { PlainTexts } from "./pages/groups.ts";
import type { FileKind } from "./read/content-walk.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readWords } from "./read/interface-words.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { explainSpeaker } from "./recognise/quotations/quotations.ts";
import { explainTime } from "./recognise/times/times.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import type { ArchiveSettings } from "./settings-model.ts";
import { StageClock } from "./stage-clock.ts";
import { reviewList } from "./text/review-list.ts";
import { usableFreePages } from "./usable-articles.ts";

/** An archive read, recognised and linked. */
export interface PreparedSite {
  readonly content: string;
  readonly imported: ImportReport;
  readonly settings: ArchiveSettings;
  /** What the editor is to hear of the words of the pages. */
  readonly wordsRemark?: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly context: PageContext;
  readonly texts: PlainTexts;
  readonly articles: number;
}

/** How an archive is prepared. */
export interface PreparingOptions {
  /** Told where the time goes. */
  readonly clock?: StageClock | undefined;
  /** A folder of jobs whose results are made use of. */
  readonly jobs?: string | undefined;
}

/** Stages 1 to 5 for what has changed, and what pages look up: an archive that is ready to be drawn. */
export function prepareSite(
  content: string,
  progress: Progress,
  { clock = StageClock.stopped(), jobs }: PreparingOptions = {},
): PreparedSite {
  const database = openDatabase(catalogueOf(content));
  try {
    joinResults(database, jobs);
    const { hasChanged } = clock.stage("survey", () => surveyContent(content, database));
    const version = siteVersion(database);
    const isPrepared = !hasChanged && stateOf(database, "prepared") === version;
    setState(database, "prepared", undefined);
    // what an import says once is to stand on the site of the build that it was for, however many commands that takes
    const counts = clock.stage("import", () =>
      isPrepared ? countsOfNone(database) : importChanged(content, database, progress),
    );
    const settings = readSettings(content);
    const decisions = readDecisions(content);
    const { topics, diagnostics } = readTopics(content, builtInTopics());
    clock.stage("recognise", () =>
      annotateChanged(content, database, { settings, topics, progress }),
    );
    clock.stage("link", () => linkChanged(database, { settings, topics, decisions }));
    replaceRemarks(database, "read/topics", diagnostics);
    noteSettled(database, decisions.settled);
    const review = reviewList([...remarksIn(database)], decisions.settled);
    const imported = reviewList([...importRemarks(database)], decisions.settled).open;
    forgetChanges(database, ...OTHER_KINDS);
    setState(database, "prepared", version);
    const wordings = { time: explainTime, speaker: explainSpeaker };
    const { words, remark } = readWords(content, settings);
    const context = new PageContext(database, { settings, wordings, words, review });
    return {
      content,
      ...(remark !== undefined && { wordsRemark: remark }),
      imported: { ...counts, diagnostics: imported },
      settings,
      diagnostics: review.open,
      context,
      texts: {
        freeTexts: usableFreePages(database, readFreePages(content)),
        withdrawn: withdrawnArticles(database),
      },
      articles: printedIn(database, ""),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What is told of an import that has nothing to do. */
function countsOfNone(database: Database): ImportCounts {
  return new ImportTally().counts(database);
}

/** Files of which import makes no use; the stages after it have read them. */
const OTHER_KINDS: readonly FileKind[] = [
  "settings",
  "decisions",
  "page",
  "person",
  "place",
  "topic",
  "words",
];

/** The pages of the review list change with what the editor lets stand, too. */
function noteSettled(database: Database, settled: ReadonlySet<string>): void {
  const digest = hash("sha256", [...settled].sort().join(" "));
  if (stateOf(database, "settled") === digest) return;
  setState(database, "settled", digest);
  touch(database, "review");
}

/** Stage 4 for what has changed: what is recognised comes into the catalogue. */
function annotateChanged(
  content: string,
  database: Database,
  options: Parameters<typeof changedArticles>[2],
): void {
  inTransaction(database, () => {
    for (const { path, article, withdrawn } of changedArticles(content, database, options)) {
      putWithdrawn(database, path, withdrawn?.front);
      if (article === undefined) {
        dropArticle(database, path);
        removeSightings(database, path);
        removeStoryFacts(database, path);
      } else {
        putArticle(database, { article, head: headOf(article) });
        writeSightings(database, article);
        writeStoryFacts(database, article);
      }
    }
  });
}

/** Stage 5 for what has changed: who is who, and what articles tell together. */
function linkChanged(database: Database, { settings, topics, decisions }: LinkedBy): void {
  const { thresholds } = settings;
  const { names } = decisions;
  inTransaction(database, () => {
    const what = isProgramNew(database) ? "all" : "touched";
    linkNames(database, { thresholds, topics, names }, what);
    const articleOf = (path: string) => articleAt(database, path);
    linkStories(database, { topics, decisions, articleOf });
  });
}

/** Whether what was linked before was linked by another version of the program. */
function isProgramNew(database: Database): boolean {
  const version = siteVersion(database);
  if (stateOf(database, "linked") === version) return false;
  setState(database, "linked", version);
  return true;
}
