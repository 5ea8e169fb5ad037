/** How a problem of the code is in the JSON of problems, or of any code. */
export function problemText(code: string | null): string {
  return `"code":${code === null ? '"' : JSON.stringify(code)}`;
}
