/** Is a site whose costly work was done by jobs, anywhere and in any order, byte for byte the one that one machine makes? */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JobFolder } from "../src/jobs/job-folder.ts";
import { readParcel, readPortion } from "../src/jobs/parcel.ts";
import { doJob } from "../src/single-job.ts";
import { Chooser } from "./support/chooser.ts";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";
import { copyProgram } from "./support/program-copy.ts";
import { buildIn, builtSample, sampleArchive } from "./support/sample-archive.ts";

const KILLED_JOB = fileURLToPath(new URL("support/killed-job.ts", import.meta.url));
const SILENT = { start() {}, step() {}, done() {} };
const JOBS = "content/.backfile/jobs";
/** So that the sample has a dozen jobs. */
const SIZE = "20";

async function backfile(folder: FreshFolder, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
  assert.equal(code, 0, stderr);
  return stdout;
}

async function refused(folder: FreshFolder, ...args: readonly string[]): Promise<string> {
  const { code, stderr } = await runCli(args, { cwd: folder.path });
  assert.equal(code, 1, stderr);
  return stderr;
}

async function planned(folder: FreshFolder): Promise<readonly string[]> {
  return (await backfile(folder, "plan", "--size", SIZE))
    .trim()
    .split("\n")
    .filter((id) => id !== "");
}

/** Another machine: it has jobs, and nothing of the archive. */
function host(t: TestContext, from: FreshFolder, ids: readonly string[]): FreshFolder {
  const folder = freshFolder(t);
  for (const id of ids) copyFileSync(from.at(`${JOBS}/${id}.job`), folder.at(`${id}.job`));
  return folder;
}

function scrambled(ids: readonly string[], chooser: Chooser): readonly string[] {
  return ids
    .map((id) => ({ id, at: chooser.below(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id);
}

/** Does a job again and again, each time killed in another of its changes to the disk, until it comes to its end. */
function killedEverywhere(folder: FreshFolder, id: string): number {
  for (let change = 1; ; change++) {
    const args = [
      "--disable-warning=ExperimentalWarning",
      KILLED_JOB,
      folder.path,
      id,
      String(change),
    ];
    const { status, signal, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (signal === null) {
      assert.equal(status, 0, stderr);
      return change - 1;
    }
  }
}

function assertSameSite(folder: FreshFolder, site: FreshFolder): void {
  const files = site.files("_site");
  assert.deepEqual(folder.files("_site"), files);
  const textOf = ({ at }: FreshFolder, file: string) => readFileSync(at(`_site/${file}`));
  assert.deepEqual(
    files.filter((file) => !textOf(folder, file).equals(textOf(site, file))),
    [],
  );
}

/** Plans, does all jobs where they were planned, and assembles, as often as there is something to share out. */
async function buildByJobs(folder: FreshFolder): Promise<readonly string[]> {
  const steps: string[] = [];
  for (;;) {
    const ids = await planned(folder);
    steps.push(...ids);
    for (const id of ids) await doJob(id, { folder: folder.at(JOBS), progress: SILENT });
    if (!existsSync(folder.at(`${JOBS}/plan.json`))) return steps;
    await backfile(folder, "assemble", "--quiet");
  }
}

/** An archive in which two texts want one address, of which import says a word once. */
function archiveWithTwins(t: TestContext): FreshFolder {
  const folder = sampleArchive(t);
  for (const town of ["Larkstow", "Oakford"])
    folder.write(
      `content/sources/twins/${town}.txt`,
      `Ferry is late again\n\n3 March 2021\n\nThe ferry to ${town} was late on Monday, Ilse Okafor said.\n`,
    );
  return folder;
}

test("jobs done elsewhere, scrambled, one twice and one killed, make the site that one machine makes", async (t) => {
  const alone = archiveWithTwins(t);
  await buildIn(alone);
  const folder = archiveWithTwins(t);
  const chooser = new Chooser(1998);
  for (const step of ["recognise", "draw", "index"]) {
    const ids = await planned(folder);
    assert.ok(ids.length > 0 && ids.every((id) => id.startsWith(`${step}-`)), ids.join(" "));
    if (step !== "index") assert.ok(ids.length > 2, ids.join(" "));
    // as long as nothing changes, the list does not
    assert.deepEqual(await planned(folder), ids);
    const elsewhere = host(t, folder, ids);
    const [first = "", ...others] = scrambled(ids, chooser);
    for (const id of others) await backfile(elsewhere, "job", "--jobs", ".", "--quiet", id);
    if (step === "recognise") assert.ok(killedEverywhere(elsewhere, first) > 4);
    else await backfile(elsewhere, "job", "--jobs", ".", first);
    assert.match(await backfile(elsewhere, "job", "--jobs", ".", first), /was done already/);
    for (const id of ids)
      copyFileSync(elsewhere.at(`${id}.result`), folder.at(`${JOBS}/${id}.result`));
    if (step !== "index") assert.equal(existsSync(folder.at("_site/pagefind")), false);
    await backfile(folder, "assemble", "--quiet");
    assert.deepEqual(readdirSync(folder.at(JOBS)), []);
  }
  assert.match(alone.read("_site/about/review/index.html"), /write\/address-taken/);
  assertSameSite(folder, alone);
  assert.deepEqual(folder.files("content/articles"), alone.files("content/articles"));
  for (const file of alone.files("content/articles"))
    assert.equal(folder.read(`content/articles/${file}`), alone.read(`content/articles/${file}`));
  // the build is at its end: the next one has said the word, and draws the review list without it
  for (const site of [alone, folder]) await buildIn(site);
  assert.doesNotMatch(alone.read("_site/about/review/index.html"), /write\/address-taken/);
  assertSameSite(folder, alone);
  assert.deepEqual(await planned(folder), []);
  assert.match(await backfile(folder, "assemble"), /nothing has changed/);
});

/** Puts a result in the place of a job's that has other words in its first portion. */
function forgeResult(folder: FreshFolder, id: string, words: string): void {
  const jobs = new JobFolder(folder.at(JOBS));
  const file = jobs.resultFile(id);
  const { portions, ...parcel } = readParcel(file);
  const whole = portions.map((place) => ({ ...place, bytes: readPortion(file, place) }));
  const forged = whole.with(0, { ...(whole[0] ?? assert.fail()), bytes: Buffer.from(words) });
  jobs.putResult({ ...parcel, portions }, forged);
}

test("what jobs have made is what the site is made of", async (t) => {
  const folder = sampleArchive(t);
  const nothing = JSON.stringify({
    ...{ sentences: [], people: [], organisations: [], places: [], topics: [] },
    ...{ quotations: [], times: [] },
  });
  const forgeries = [nothing, "<!doctype html><title>Forged</title>", "forged"];
  const nameless: number[] = [];
  for (const forgery of forgeries) {
    const ids = await planned(folder);
    for (const id of ids) await doJob(id, { folder: folder.at(JOBS), progress: SILENT });
    forgeResult(folder, ids[0] ?? "", forgery);
    await backfile(folder, "assemble", "--quiet");
    const articles = folder
      .files("content/articles")
      .map((file) => folder.read(`content/articles/${file}`));
    nameless.push(articles.filter((text) => !/^people:/m.test(text)).length);
  }
  const alone = await builtSample(t);
  const named = alone
    .files("content/articles")
    .filter((file) => /^people:/m.test(alone.read(`content/articles/${file}`)));
  assert.equal(nameless[0], alone.files("content/articles").length - named.length + 1);
  const texts = folder.files("_site").map((file) => folder.read(`_site/${file}`));
  for (const forgery of forgeries.slice(1))
    assert.equal(texts.filter((text) => text === forgery).length, 1, forgery);
});

test("a job that is killed in any of its changes to the disk leaves no result or a whole one", async (t) => {
  const folder = sampleArchive(t);
  const [id = ""] = await planned(folder);
  const whole = host(t, folder, [id]);
  await backfile(whole, "job", "--jobs", ".", id);
  for (let change = 1; ; change++) {
    const killed = host(t, folder, [id]);
    const args = [
      "--disable-warning=ExperimentalWarning",
      KILLED_JOB,
      killed.path,
      id,
      String(change),
    ];
    const { signal } = spawnSync(process.execPath, args);
    if (existsSync(killed.at(`${id}.result`)))
      assert.equal(killed.read(`${id}.result`), whole.read(`${id}.result`));
    if (signal === null) break;
  }
});

test("what is edited after a plan, and what is planned and not done, is as in any build", async (t) => {
  const folder = sampleArchive(t);
  await planned(folder);
  const source = folder.files("content/sources").find((file) => file.endsWith(".txt")) ?? "";
  for (const id of await planned(folder))
    await doJob(id, { folder: folder.at(JOBS), progress: SILENT });
  appendFileSync(folder.at(`content/sources/${source}`), "\n\nThe ferry was late again.\n");
  await backfile(folder, "assemble", "--quiet");
  // all pages are planned, and then an article says something else
  await planned(folder);
  const [article = ""] = folder.files("content/articles");
  appendFileSync(folder.at(`content/articles/${article}`), "\nThe editor adds a sentence.\n");
  await buildIn(folder);
  const clean = async (): Promise<FreshFolder> => {
    const site = sampleArchive(t);
    for (const part of ["sources", "articles", ".backfile/imported"])
      for (const file of folder.files(`content/${part}`))
        site.write(`content/${part}/${file}`, readFileSync(folder.at(`content/${part}/${file}`)));
    await buildIn(site);
    return site;
  };
  assertSameSite(folder, await clean());
  // one article is drawn anew by jobs
  appendFileSync(folder.at(`content/articles/${article}`), "\nAnd one more.\n");
  const jobs = await buildByJobs(folder);
  assert.deepEqual(
    [...new Set(jobs.map((id) => id.split("-")[0]))],
    ["recognise", "draw", "index"],
  );
  assertSameSite(folder, await clean());
});

test("a result that is missing, cut short or of another job is refused in one line", async (t) => {
  const folder = sampleArchive(t);
  const ids = await planned(folder);
  const [first = "", second = ""] = ids;
  for (const id of ids.slice(1)) await doJob(id, { folder: folder.at(JOBS), progress: SILENT });
  assert.match(
    await refused(folder, "assemble", "--quiet"),
    new RegExp(
      `^backfile: .*1 of ${ids.length} jobs have no result, the first is ${first}; do it with .backfile job ${first}.*\n$`,
    ),
  );
  copyFileSync(folder.at(`${JOBS}/${second}.result`), folder.at(`${JOBS}/${first}.result`));
  assert.match(
    await refused(folder, "assemble", "--quiet"),
    /^backfile: .*expected the result of .*made from other input.*\n$/,
  );
  await doJob(first, { folder: folder.at(JOBS), progress: SILENT });
  const whole = readFileSync(folder.at(`${JOBS}/${first}.result`));
  writeFileSync(folder.at(`${JOBS}/${first}.result`), whole.subarray(0, -100));
  assert.match(await refused(folder, "assemble", "--quiet"), /^backfile: .*cut short.*\n$/);
  // it is done again
  assert.match(await backfile(folder, "job", first), /: done/);
  writeFileSync(
    folder.at(`${JOBS}/${second}.job`),
    readFileSync(folder.at(`${JOBS}/${first}.job`)),
  );
  rmSync(folder.at(`${JOBS}/${second}.result`));
  assert.match(await refused(folder, "job", second), /^backfile: .*expected the job .*\n$/);
  assert.match(
    await refused(folder, "job", "recognise-of-nothing"),
    /`backfile plan` makes and lists them/,
  );
  assert.equal(existsSync(folder.at("_site")), false);
});

test("another version of the program neither does a job nor joins its result", async (t) => {
  const folder = sampleArchive(t);
  const other = copyProgram(folder);
  const rules = folder.at("program/src/text/lines.ts");
  appendFileSync(rules, "\n// another version\n");
  const ids = await planned(folder);
  const [first = ""] = ids;
  const { code, stderr } = await runCli(["job", first], { cwd: folder.path, program: other });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^backfile: .*planned by this version of backfile and of Node.js, found one of another.*\n$/,
  );
  for (const id of ids) await doJob(id, { folder: folder.at(JOBS), progress: SILENT });
  const joined = await runCli(["assemble"], { cwd: folder.path, program: other });
  assert.equal(joined.code, 1);
  assert.match(joined.stderr, /^backfile: .*run `backfile plan` again\n$/m);
});

test("other files in the folder of jobs stay", async (t) => {
  const folder = sampleArchive(t);
  mkdirSync(folder.at("shared"));
  folder.write("shared/draw-notes.txt", "mine");
  const args = ["--jobs", "shared", "--quiet"];
  const ids = (await backfile(folder, "plan", "--json", ...args)).trim().split("\n");
  const jobs = ids.map((line) => JSON.parse(line) as { readonly id: string; readonly job: string });
  assert.ok(
    jobs.every(({ id, job }) => job === join("shared", `${id}.job`) && existsSync(folder.at(job))),
  );
  await backfile(folder, "job", ...args, ...jobs.map(({ id }) => id));
  await backfile(folder, "assemble", ...args);
  assert.deepEqual(readdirSync(folder.at("shared")), ["draw-notes.txt"]);
});
