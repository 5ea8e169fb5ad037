/** Most characters of a found value that a problem quotes. */
const longest = 80;

/** Text made safe to show: at most 80 characters, control characters written as `\x1b`. */
export function printable(text: string): string {
  let shown = "";
  for (let index = 0; index < text.length && shown.length < longest; index += 1) {
    const code = text.charCodeAt(index);
    const control = code < 0x20 || (code >= 0x7f && code <= 0x9f);
    shown += control ? `\\x${code.toString(16).padStart(2, "0")}` : text.charAt(index);
  }
  return shown.slice(0, longest);
}
