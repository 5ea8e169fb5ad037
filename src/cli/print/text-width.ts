/** Characters that are on the one before them and take no room of their own. */
const onTheOneBefore = /\p{Mark}/u;

/** Characters that take two places on a terminal: those of East Asia, and pictures. */
const twice =
  /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

const plain = /^[\x20-\x7e]*$/;

/** Places that text takes on a terminal, near enough. */
export function textWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += placesOf(character);
  return width;
}

/** The text over several lines of at most so many places each: broken at blanks where it can be. */
export function wrapped(text: string, width: number): string[] {
  if (textWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<= )/)) {
    if (textWidth(line + word.trimEnd()) <= width) line += word;
    else {
      if (line !== "") lines.push(line.trimEnd());
      const pieces = cut(word, width);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
  }
  return [...lines, line.trimEnd()];
}

/** A word longer than a line, in pieces that fit. */
function cut(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let taken = 0;
  for (const character of word) {
    const places = placesOf(character);
    if (taken + places > width && piece !== "" && character !== " ") {
      pieces.push(piece);
      piece = "";
      taken = 0;
    }
    piece += character;
    taken += places;
  }
  return [...pieces, piece];
}

function placesOf(character: string): number {
  if (onTheOneBefore.test(character)) return 0;
  return twice.test(character) ? 2 : 1;
}
