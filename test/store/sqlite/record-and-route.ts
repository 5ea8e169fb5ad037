import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { madeFile, routeAll } from "../made-file.ts";

/**
 * A program that records its own files and some that others record too, and routes whatever waits:
 * `node record-and-route.ts <store> <own name> <batches>`.
 */
const [path = "", own = "", batches = "0"] = process.argv.slice(2);
const store = await openSqliteStore(path, { blobFolder: path, busyMs: 60_000 });
for (let batch = 0; batch < Number(batches); batch++) {
  const files = Array.from({ length: 5 }, (_, index) => {
    const name = `${own} ${batch} ${index}`;
    const key = `K${index}`;
    return madeFile({
      claim: own,
      name,
      text: name,
      identifier: name,
      messages: [{ line: 2, key }],
    });
  });
  const shared = `shared ${batch}`;
  const repeated = madeFile({ claim: own, name: shared, text: shared, identifier: shared });
  await store.files.record([...files, repeated]);
  await routeAll(store, 7);
}
await store.close();
