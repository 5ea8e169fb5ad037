import { execFile } from "node:child_process";
import { closeSync, openSync, readdirSync, readSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import type { ProgramWords } from "../../src/market/installation/simulated-daemon.ts";

const execute = promisify(execFile);

/** A switch that was erased, and the name that its customer had. */
interface ErasedSwitch {
  readonly key: string;
  readonly name: string;
}

/** Erases switches that are over while the daemon runs, and looks afterwards whether the customers' names are gone. */
export class SoakErasing {
  readonly erased: ErasedSwitch[] = [];
  /** Asked for before the switch was over, which is refused. */
  refused = 0;
  readonly #program: ProgramWords;
  #turn = 0;

  constructor(program: ProgramWords) {
    this.#program = program;
  }

  /** Erases a switch that began long ago; the daemon may be killed meanwhile. */
  async eraseOne(config: string, store: string): Promise<void> {
    this.#turn += 1;
    const chosen = chooseSwitch(store, this.#turn, new Set(this.erased.map(({ key }) => key)));
    if (chosen === null) return;
    const [command, ...words] = this.#program;
    const asked = ["erase", chosen.key, "--reason", "soak", "--config", config];
    try {
      await execute(command, [...words, ...asked]);
      this.erased.push(chosen);
    } catch (error) {
      const { stderr } = error as { readonly stderr?: string };
      if (!/is over|changed while|busy|backup is being made/i.test(stderr ?? "")) throw error;
      this.refused += 1;
    }
  }

  /** Once no daemon runs: erases each once more, for what came since, and tells which names are still there. */
  async leftIn(config: string, folders: readonly string[]): Promise<string[]> {
    const [command, ...words] = this.#program;
    for (const { key } of this.erased)
      await execute(command, [
        ...words,
        "erase",
        key,
        "--reason",
        "soak",
        "--config",
        config,
      ]).catch((error: { readonly stderr?: string }) => {
        if (!/is over/.test(error.stderr ?? "")) throw error;
      });
    const names = new Set(this.erased.map(({ name }) => name));
    return folders.flatMap((folder) =>
      filesBelow(folder).flatMap((path) => {
        const found = customersIn(path).filter((name) => names.has(name));
        return found.map((name) => `${name} stands in ${path}, and was erased`);
      }),
    );
  }
}

/** One of the switches that began first and of which a customer is known, another in each turn. */
function chooseSwitch(
  path: string,
  turn: number,
  erased: ReadonlySet<string>,
): ErasedSwitch | null {
  const db = new Database(path, { readonly: true });
  try {
    const rows = db
      .prepare<[], ErasedSwitch>(
        `SELECT subject_key AS key, data ->> 'customerName' AS name FROM messages
         WHERE data ->> 'customerName' LIKE 'Customer %' AND subject_key IS NOT NULL ORDER BY id LIMIT 200`,
      )
      .all()
      .filter(({ key }) => !erased.has(key));
    return rows[(turn * 7) % Math.max(1, Math.min(rows.length, 40))] ?? null;
  } finally {
    db.close();
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Bytes read at a time: a store is larger than what one string may hold. */
const pieceBytes = 16 * 2 ** 20;
/** Bytes of a piece that are looked at again before the next one, in which a name may go on. */
const overlapBytes = 64;

/** The names of customers in a file of any size, each once. */
function customersIn(path: string): string[] {
  const piece = Buffer.alloc(pieceBytes);
  const names = new Set<string>();
  const file = openSync(path, "r");
  try {
    let kept = 0;
    for (;;) {
      const read = readSync(file, piece, kept, pieceBytes - kept, null);
      const text = piece.toString("latin1", 0, kept + read);
      for (const { 0: name, index } of text.matchAll(/\bCustomer \d+\b/g)) {
        // A name at the end of a piece may go on in the next one, which shows it whole.
        if (read === 0 || index + name.length < text.length) names.add(name);
      }
      if (read === 0) return [...names];
      const end = kept + read;
      kept = Math.min(overlapBytes, end);
      piece.copyWithin(0, end - kept, end);
    }
  } finally {
    closeSync(file);
  }
}
