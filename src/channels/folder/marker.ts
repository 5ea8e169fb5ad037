import { type DiskName, diskName, textName } from "./disk-name.ts";

/** How a channel's marker files are named after the files they stand for. */
export interface MarkerNames {
  /** The name of a file's marker. */
  of(name: DiskName): DiskName;
  /** The file a marker stands for; null for a name that is no marker's. */
  fileOf(marker: DiskName): DiskName | null;
}

/** Reads a marker setting such as `{name}.done`. */
export function markerNames(setting: string): MarkerNames {
  const at = setting.indexOf("{name}");
  const before = setting.slice(0, at);
  const after = setting.slice(at + "{name}".length);
  const length = Buffer.byteLength(before) + Buffer.byteLength(after);
  return {
    of: (name) =>
      name.raw === null
        ? textName(before + name.text + after)
        : diskName(Buffer.concat([Buffer.from(before), name.raw, Buffer.from(after)])),
    fileOf: ({ text, raw }) => {
      const bytes = raw ?? Buffer.from(text);
      if (bytes.length <= length || !text.startsWith(before) || !text.endsWith(after)) return null;
      return diskName(
        bytes.subarray(Buffer.byteLength(before), bytes.length - Buffer.byteLength(after)),
      );
    },
  };
}
