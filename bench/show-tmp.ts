import { buildProcess } from "../src/core/build.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { parcel } from "./parcel.ts";
import { fillParcels, parcelKey } from "./parcel-store.ts";
const path = "/tmp/stuckx/large.db";
await fillParcels(path, 250_000, 20);
const store = await openSqliteStore(path, { blobFolder: "/tmp/stuckx" });
const took: number[] = [];
for (let i = 0; i < 300; i++) {
  const key = parcelKey(1 + Math.floor(Math.random() * 250_000));
  const start = performance.now();
  await store.processesByKey(key);
  const events = await store.eventsOf("parcel", key);
  buildProcess(parcel, key, events);
  took.push(performance.now() - start);
}
took.sort((a, b) => a - b);
console.log("show among 5M", took[0], took[150], took[285], took[299]);
for (const [name, work] of [["countEvents", () => store.countEvents({}, false)], ["countProcesses", () => store.countProcesses()], ["durations", () => store.durations({}, "PARCEL_SENT", "PARCEL_DELIVERED")]] as const) {
  const s = performance.now(); const c = process.cpuUsage(); const r = await work(); const u = process.cpuUsage(c);
  console.log(name, r.length, Math.round(performance.now() - s), "ms", Math.round((u.user + u.system) / 1000), "ms cpu");
}
await store.close();
