import { type FSWatcher, watch } from "chokidar";

/** Rings when something happens in a folder. It may ring too often and may miss things: see the listing. */
export interface FolderWatch {
  close(): Promise<void>;
}

/**
 * Watches a folder with one kernel watch whatever the number of files in it: the files themselves are
 * ignored, what rings is the raw event of the folder. Errors are reported and otherwise harmless, since
 * the folder is listed regularly all the same.
 */
export function watchFolder(
  folder: string,
  ring: () => void,
  onError: (error: unknown) => void,
): FolderWatch {
  const watcher: FSWatcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    atomic: false,
    ignored: (path) => path !== folder,
  });
  // What came while the watch was being set up is there by now.
  watcher.on("ready", ring);
  watcher.on("raw", ring);
  watcher.on("all", ring);
  watcher.on("error", onError);
  return { close: () => watcher.close() };
}
