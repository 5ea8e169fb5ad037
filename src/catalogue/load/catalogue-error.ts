/** A catalogue file that cannot be used: says which file, at which place, and what is wrong with it. */
export class CatalogueError extends Error {
  /** Path of the file. */
  readonly file: string;
  /** Where in it, e.g. `groups[0].fields[3].item`; empty when the file as a whole is meant. */
  readonly place: string;
  /** What is wrong with it. */
  readonly reason: string;

  constructor(file: string, place: string, reason: string, options?: ErrorOptions) {
    super(place === "" ? `${file}: ${reason}` : `${file}, ${place}: ${reason}`, options);
    this.name = "CatalogueError";
    this.file = file;
    this.place = place;
    this.reason = reason;
  }
}
