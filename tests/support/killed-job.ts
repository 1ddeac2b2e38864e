/**
 * What is left of a job that is killed? `node killed-job.ts FOLDER ID N` does the job ID of FOLDER and kills itself in the middle of its Nth
 * change to the disk; it exits with 0 if it made fewer.
 */
import { beforeEachChange } from "./disk-changes.ts";

const [folder = "", id = "", killAt = ""] = process.argv.slice(2);

beforeEachChange(({ number, writeHalf }) => {
  if (number !== Number(killAt)) return;
  writeHalf();
  process.kill(process.pid, "SIGKILL");
  // the signal takes a moment
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});

const { doJob } = await import("../../src/single-job.ts");
await doJob(id, { folder, progress: { start() {}, step() {}, done() {} } });
