import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { z } from "zod";
import { LineFile } from "../../disk/append-lines.ts";
import { readPieces } from "../../disk/open-file.ts";

/** What became of a message on its way; absent where nothing did. */
const fates = ["lost", "damaged", "repeated", "late", "bad", "refused"] as const;

/** A line of a party's ledger. */
export const ledgerEntry = z.strictObject({
  /** When, by the market's clock. */
  at: z.string(),
  party: z.string(),
  way: z.enum(["sent", "received"]),
  with: z.string(),
  flow: z.string(),
  /** The metering point. */
  about: z.string(),
  says: z.string(),
  registration: z.string().nullable(),
  /** Null: it went into none. */
  file: z.string().nullable(),
  fate: z.enum(fates).nullable(),
});

/** What a party sent or received, and when. */
export type PartyEntry = z.infer<typeof ledgerEntry>;

const extension = ".jsonl";

/** The parties' ledgers, a file of JSON lines for each: `M-MOPA.jsonl`. */
export class Ledgers {
  readonly #folder: string;
  readonly #files = new Map<string, LineFile>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Adds a line to the ledger of its party. */
  note(entry: PartyEntry): void {
    let file = this.#files.get(entry.party);
    if (file === undefined) {
      const name = entry.party.replaceAll(/[^A-Za-z0-9-]/g, "-");
      file = new LineFile(join(this.#folder, name + extension));
      this.#files.set(entry.party, file);
    }
    file.add(JSON.stringify(entry));
  }

  /** Writes what is gathered. */
  flush(): void {
    for (const file of this.#files.values()) file.flush();
  }

  /** Nothing can be noted any more. */
  close(): void {
    for (const file of this.#files.values()) file.close();
    this.#files.clear();
  }
}

/** Every line of every ledger in a folder, those of one party in their order. Throws at a line that is none. */
export async function* readLedgers(folder: string): AsyncGenerator<PartyEntry> {
  const names = readdirSync(folder).filter((name) => name.endsWith(extension));
  for (const name of names.toSorted()) {
    const input = Readable.from(readPieces(join(folder, name)));
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }))
      if (line !== "") yield ledgerEntry.parse(JSON.parse(line));
  }
}
