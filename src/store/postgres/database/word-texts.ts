import type { Connection } from "./connection.ts";

/** Gives the text of a word's number: words are never changed, so that each is read once. */
export function wordTexts({ db }: Connection): (id: number) => Promise<string> {
  const select = db.prepare<[number], string>("SELECT text FROM strings WHERE id = ?").pluck();
  const known = new Map<number, string>();
  return async (id) => {
    const text = known.get(id) ?? (await select.get(id));
    if (text === undefined) throw new Error(`There is no word ${id}`);
    known.set(id, text);
    return text;
  };
}
