import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { d0010, mpan, type SentFile } from "./flow-files.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const watch = fileURLToPath(new URL("../build/meter-watch.ts", import.meta.url));
const core = mpan(1);

/** A reading that was sent on a day of February 2024. */
function sentOn(day: number): SentFile {
  const identifier = `000000000${day}`;
  const text = d0010(identifier, [core], `104${day}.0`).replaceAll(
    "20240201093000",
    `2024020${day}093000`,
  );
  return { name: `${identifier}.uff`, bytes: Buffer.from(text) };
}

/** Lets a daemon take the files one by one, each built and acted on before the next comes. */
async function takeInTurn(files: readonly SentFile[]): Promise<Workplace> {
  const place = workplace({}, { processes: [watch] });
  await whileRunning(place, async () => {
    for (const [at, file] of files.entries()) {
      place.drop(file);
      await until(`${file.name} is built and acted on`, () => {
        const [row] = rows(
          place,
          `SELECT (SELECT count(*) FROM events WHERE message IS NOT NULL) AS events,
                  (SELECT seq FROM build_cursor) >= (SELECT ifnull(max(seq), 0) FROM events) AS built,
                  (SELECT count(*) FROM actions WHERE state IN ('planned', 'running'))
                  + (SELECT count(*) FROM deadlines WHERE state = 'pending') AS open`,
        );
        const { events, built, open } = row as Record<string, number>;
        return events === 2 * (at + 1) && built === 1 && open === 0;
      });
    }
  });
  return place;
}

function rows(place: Workplace, sql: string): unknown[] {
  const shell = new Database(place.config.store, { readonly: true });
  try {
    return shell.prepare(sql).all();
  } finally {
    shell.close();
  }
}

function states(place: Workplace): unknown[] {
  return rows(
    place,
    `SELECT t.text AS type, b.state FROM builds b JOIN processes p ON p.id = b.process
     JOIN strings t ON t.id = p.type ORDER BY t.text`,
  );
}

function hellos(place: Workplace): unknown[] {
  return rows(
    place,
    `SELECT f.file_identifier AS identifier, a.state, a.reason FROM actions a JOIN strings w ON w.id = a.name
     JOIN events e ON e.seq = a.event JOIN messages m ON m.id = e.message
     JOIN files f ON f.id = m.file WHERE w.text = 'say hello' ORDER BY a.id`,
  ).map((row) => {
    const { identifier, state, reason } = row as Record<string, string>;
    return [identifier?.at(-1), state, reason];
  });
}

test("a file that comes late folds where it was sent, and acts only if nothing since speaks against it", async () => {
  const late = await takeInTurn([sentOn(1), sentOn(3), sentOn(2)]);
  const inTurn = await takeInTurn([sentOn(1), sentOn(2), sentOn(3)]);
  try {
    // The state is the same as if it had come in time.
    expect(states(late)).toEqual(states(inTurn));
    const order = await withStore(late, (store) =>
      store.events.ofProcess({ processType: "meter-watch", key: core }),
    );
    const sent = order.flatMap(({ fileIdentifier }) => fileIdentifier?.at(-1) ?? []);
    expect(sent).toEqual(["1", "2", "3"]);

    // At the second reading it had been heard twice, by now three times: a person decides.
    expect(hellos(late)).toEqual([
      ["1", "done", null],
      ["3", "done", null],
      [
        "2",
        "needs-review",
        'the event came late: "heard at most twice" was true then and is not now',
      ],
    ]);
    expect(hellos(inTurn)).toEqual([
      ["1", "done", null],
      ["2", "done", null],
      ["3", "skipped", "not: heard at most twice"],
    ]);
  } finally {
    late.remove();
    inTurn.remove();
  }
});
