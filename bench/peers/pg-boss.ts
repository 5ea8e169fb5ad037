/**
 * Jobs that do nothing, by pg-boss in a process of its own, told as one JSON line.
 * `<server> <address> <jobs> <in a batch>`: fetched and completed so many at once; `<server>` is the number of the
 * server's process.
 */
import { PgBoss } from "pg-boss";
import { figureOf } from "../processor-time.ts";

const [server = "", address = "", jobs = "0", batch = "0"] = process.argv.slice(2);
const queue = "nothing";
const boss = new PgBoss({ connectionString: address, schedule: false, supervise: false });
boss.on("error", () => {});
await boss.start();
await boss.createQueue(queue);
const atOnce = 10_000;
for (let made = 0; made < Number(jobs); made += atOnce)
  await boss.insert(
    queue,
    Array.from({ length: Math.min(atOnce, Number(jobs) - made) }, (_, at) => ({
      data: { seat: made + at },
    })),
  );
const jobsRun = async () => {
  let ran = 0;
  while (ran < Number(jobs)) {
    const fetched = await boss.fetch(queue, { batchSize: Number(batch) });
    await boss.complete(
      queue,
      fetched.map(({ id }) => id),
    );
    ran += fetched.length;
    if (fetched.length === 0) throw new Error(`${ran} of ${jobs} jobs were there`);
  }
  return ran;
};
process.stdout.write(`${JSON.stringify(await figureOf(Number(server), jobsRun))}\n`);
await boss.stop();
