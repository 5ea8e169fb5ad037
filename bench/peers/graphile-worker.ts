/**
 * Jobs that do nothing, by graphile-worker in a process of its own, told as one JSON line.
 * `<server> <address> <jobs> <at once> <waiting besides> [batched]`; batched: with a local queue and completed together.
 * `<server>` is the number of the server's process.
 */
import { setTimeout as delay } from "node:timers/promises";
import { Logger, makeWorkerUtils, run } from "graphile-worker";
import pg from "pg";
import { figureOf } from "../processor-time.ts";

const [server = "", address = "", jobs = "0", atOnce = "0", besides = "0", batched] =
  process.argv.slice(2);
const utils = await makeWorkerUtils({ connectionString: address });
await utils.migrate();
await utils.release();
const pool = new pg.Pool({ connectionString: address, max: 24 });
pool.on("error", () => {});
await pool.query(
  `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
     SELECT json_populate_record(NULL::graphile_worker.job_spec,
       json_build_object('identifier', 'nothing', 'payload', json_build_object('seat', n)))
     FROM generate_series(1, $1) n))`,
  [Number(jobs)],
);
// What waits besides is due, and of a task that this worker does not have.
await pool.query(
  `SELECT count(*) FROM graphile_worker.add_jobs(ARRAY(
     SELECT json_populate_record(NULL::graphile_worker.job_spec, json_build_object('identifier', 'other'))
     FROM generate_series(1, $1 - (SELECT count(*) FROM graphile_worker.jobs WHERE task_identifier = 'other')) n))`,
  [Number(besides)],
);
let ran = 0;
const batches = { localQueue: { size: 500 }, completeJobBatchDelay: 0, failJobBatchDelay: 0 };
const jobsRun = async () => {
  const runner = await run({
    pgPool: pool,
    concurrency: Number(atOnce),
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
    taskList: {
      nothing: () => {
        ran += 1;
      },
    },
    ...(batched === "batched" && { preset: { worker: batches } }),
  });
  while (ran < Number(jobs)) await delay(1);
  // With the end of what is completed together.
  await runner.stop();
  return ran;
};
process.stdout.write(`${JSON.stringify(await figureOf(Number(server), jobsRun))}\n`);
await pool.end();
