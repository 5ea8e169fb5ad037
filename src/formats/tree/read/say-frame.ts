/** Says that a file begins with something else than its header. */
export function sayNoHeader(header: string): string {
  return `The file does not begin with a header (${header}); it is kept as it is.`;
}

/** Says that a file ends without its trailer. */
export function sayNoTrailer(trailer: string): string {
  return `The file has no trailer (${trailer}), so it is cut short, or was taken while it was being written; ask the sender for the whole file.`;
}

/** Says that all lines of a file have run into one. */
export const sayReturnsAlone =
  "The lines of the file end with a carriage return alone, so all of it is one line: they must end with a line feed, or with both; ask the sender for the file with such line ends.";

/** Says that nothing is between header and trailer. */
export const sayNoGroups =
  "The file holds nothing between its header and its trailer; there is nothing to take from it.";

/** Says that a header is inside a file. */
export function saySecondHeader(header: string): string {
  return `A second header (${header}) is inside the file: two files have run into one, or the first lost its trailer; ask the sender for both.`;
}

/** Says what comes after the trailer: `nothing`, where it is blanks and the like. */
export function sayAfterTrailer(trailer: string | null, nothing: boolean): string {
  return nothing
    ? `There are blanks, NULs or the like after the trailer (${trailer}), which ends a file; ask the sender to leave them out.`
    : `There are lines after the trailer (${trailer}), which ends a file: two files may have run into one; ask the sender for each separately.`;
}

/** Says that a file has blank lines. */
export const sayBlankLines =
  "The file has blank lines before its trailer; they are ignored and counted for nothing.";

/** Says that a file begins with a byte order mark. */
export const sayByteOrderMark =
  "The file begins with a byte order mark, which is none of its characters; it is ignored.";
