#!/bin/sh
# ssh2-sftp-client 12.1.1 empties the local file before it knows that there is one at the server to put in its place.
#
# get(remote, local) opens the local path for writing, which cuts what is there to no bytes, and asks the server for the
# remote file at the same time. When the server answers "no such file", the promise rejects and the local file stays
# empty: yesterday's file, which was whole, is gone. So it is with any refusal (no permission, a lost connection), and
# with fastGet() not: it asks for the remote file first.
#
# Seen:
#   get: rejected, get: No such file or directory /D0010.uff
#   the local file has 0 bytes; it had 17
#   fastGet: rejected, fastGet->fastGet: No such file  /D0010.uff
#   the local file has 17 bytes; it had 17
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts ssh2-sftp-client@12.1.1 ssh2@1.17.0
cat >see.mjs <<'JS'
import { statSync, writeFileSync } from "node:fs";
import ssh2 from "ssh2";
import SftpClient from "ssh2-sftp-client";
// A server with an empty folder.
const { STATUS_CODE } = ssh2.utils.sftp;
const hostKeys = [ssh2.utils.generateKeyPairSync("ed25519").private];
const server = new ssh2.Server({ hostKeys }, (client) => {
  client.on("error", () => {});
  client.on("authentication", (context) => context.accept());
  client.on("session", (accept) =>
    accept().on("sftp", (begin) => {
      const sftp = begin();
      const none = (id) => sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
      sftp.on("OPEN", none).on("STAT", none).on("LSTAT", none);
    }),
  );
});
server.listen(0, "127.0.0.1", async () => {
  const client = new SftpClient("finding", {});
  const { port } = server.address();
  await client.connect({ host: "127.0.0.1", port, username: "partner", password: "any" });
  for (const verb of ["get", "fastGet"]) {
    writeFileSync("local", "yesterday's file\n");
    const before = statSync("local").size;
    try {
      await client[verb]("/D0010.uff", "local");
      console.log(`${verb}: resolved`);
    } catch (error) {
      console.log(`${verb}: rejected, ${error.message}`);
    }
    console.log(`the local file has ${statSync("local").size} bytes; it had ${before}`);
  }
  await client.end();
  server.close();
});
JS
node see.mjs | tee seen
cat >expected <<'TEXT'
get: rejected, get: No such file or directory /D0010.uff
the local file has 0 bytes; it had 17
fastGet: rejected, fastGet->fastGet: No such file  /D0010.uff
the local file has 17 bytes; it had 17
TEXT
diff expected seen
