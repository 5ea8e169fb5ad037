const quote = '"';

/** What may be wrong with the quotes of a line. */
export type QuoteFault = "BAD_QUOTE" | "UNTERMINATED_QUOTE";

/** A line of comma-separated text with its quotes taken off. */
export interface QuotedFields {
  readonly fields: readonly string[];
  /** Whether each field was in quotes. */
  readonly quoted: readonly boolean[];
  /** What is wrong with the quotes; null when nothing is. Else the fields are a guess. */
  readonly fault: QuoteFault | null;
}

/**
 * Cuts one line into fields. A field is in quotes when it begins with one; two quotes in it stand for
 * one. csv-parse is not used here: it tells neither which fields were quoted nor, line by line, where
 * a fault is, and makes an error with a stack for each record of another length than the first, which
 * here is nearly every one. A test holds this against it.
 */
export function splitQuoted(line: string, delimiter: string): QuotedFields {
  const fields: string[] = [];
  const quoted: boolean[] = [];
  let fault: QuoteFault | null = null;
  let at = 0;
  for (;;) {
    const inQuotes = line[at] === quote;
    const end = inQuotes ? closingQuote(line, at) : line.length;
    if (inQuotes && end < 0) fault = "UNTERMINATED_QUOTE";
    const from = inQuotes && end >= 0 ? end + 1 : at;
    const next = line.indexOf(delimiter, from);
    const to = next < 0 ? line.length : next;
    const text = line.slice(at, to);
    if (inQuotes && end === to - 1) fields.push(text.slice(1, -1).replaceAll('""', quote));
    else {
      if (text.includes(quote)) fault ??= "BAD_QUOTE";
      fields.push(text);
    }
    quoted.push(inQuotes);
    if (next < 0) return { fields, quoted, fault };
    at = next + 1;
  }
}

/** Where the field that begins with a quote at `at` has its closing one; -1 when it has none. */
function closingQuote(line: string, at: number): number {
  for (let index = line.indexOf(quote, at + 1); index >= 0; ) {
    if (line[index + 1] !== quote) return index;
    index = line.indexOf(quote, index + 2);
  }
  return -1;
}
