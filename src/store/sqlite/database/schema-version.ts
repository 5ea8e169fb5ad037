import { readdirSync } from "node:fs";

/** Where the migrations lie. */
export const migrationFolder = new URL("../migrations/", import.meta.url);

/** The files of the migrations, in their order. */
export const migrationNames = readdirSync(migrationFolder)
  .filter((name) => name.endsWith(".sql"))
  .sort();

/** Schemas up to this one are of builds before the first release, from which no migration leads on. */
export const lastUnreleased = 100;

/** The schema that this program works with: it grows with each migration. */
export const newestSchema = lastUnreleased + migrationNames.length;
