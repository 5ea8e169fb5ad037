/** Of a header line whose line ends are carriage returns. */
export const sayReturns =
  "The column names have a carriage return among them: lines must end with a line feed, or with both, not with a carriage return alone, so no row can be read; ask the sender for the file with such line ends.";

/** Of a header line that is no text in UTF-8. */
export const sayZeros =
  "The column names have bytes of value zero among them, so the file is UTF-16, or no text at all, and no row can be read; ask the sender for it in UTF-8.";

/** Of a row with quotes where none may be. */
export const sayBadQuote =
  'There is a quote inside a value, or something after a closing quote, so the row cannot be split into fields; a value with quotes in it is written "as ""this""". Ask the sender to correct it.';

/** Of a row that is not read to its end. */
export const sayRowTooLong =
  "The row is longer than 65,536 bytes; what is beyond is not read. Look whether line ends were lost, and ask the sender for the file again.";

/** Of a row whose quote is not closed within what is read. */
export const sayOpenQuote =
  "A quote begins in this row and is not closed within 65,536 bytes; the rows after it are read as if it were not there. Ask the sender to correct it.";

/** Of a line whose bytes are no text. */
export const sayBadBytes =
  "The line has bytes that are no text in UTF-8, or a replacement character where one was lost before; ask the sender for the file in UTF-8, or declare another charset for the table.";
