/** What is made of characters outside plain ASCII, as the end of a sentence. */
export function sayHigh(raised: boolean): string {
  return raised
    ? "the format has no others; ask the sender to correct the file"
    : "they are read as Latin-1, so look whether they are right";
}
