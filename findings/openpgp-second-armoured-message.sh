#!/bin/sh
# openpgp 6.3.2 (OpenPGP.js) reads only the first of several armoured messages in one text.
#
# Partners append files: `cat monday.asc tuesday.asc > week.asc` is a text of two valid armoured messages (RFC 9580,
# section 6.2). readMessage() returns the first one, decrypt() returns its content, and nothing tells that a second
# message, or any other text, follows its END line. A receiver that trusts the result records Monday and loses Tuesday.
#
# Seen:
#   two messages: content "monday", error none
#   a message and a line of text: content "monday", error none
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts openpgp@6.3.2
cat >see.mjs <<'JS'
import { createMessage, decrypt, encrypt, readMessage } from "openpgp";
const passwords = ["key agreed with the partner"];
const sealed = async (text) => encrypt({ message: await createMessage({ text }), passwords });
const read = async (armoredMessage) => {
  try {
    const { data } = await decrypt({ message: await readMessage({ armoredMessage }), passwords });
    return `content "${data}", error none`;
  } catch (error) {
    return `error ${error.message}`;
  }
};
const monday = await sealed("monday");
console.log(`two messages: ${await read(monday + (await sealed("tuesday")))}`);
console.log(`a message and a line of text: ${await read(`${monday}sent by the night job\n`)}`);
JS
node see.mjs | tee seen
cat >expected <<'TEXT'
two messages: content "monday", error none
a message and a line of text: content "monday", error none
TEXT
diff expected seen
