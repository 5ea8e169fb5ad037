/** Where a part of a definition is in it, e.g. `["groups", 0, "code"]`. */
export type Path = readonly PropertyKey[];

/** What is wrong with a part of a definition. */
export interface Mistake {
  readonly path: Path;
  /** What is wrong there, without naming the place. */
  readonly message: string;
}

/** Takes what is wrong at a path. */
export type Report = (path: Path, message: string) => void;
