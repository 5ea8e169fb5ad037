import type { ContainerStore, PackedPlace } from "../../../port/files/container-store.ts";
import { prepareFile, prepareHash, prepareReading } from "../../../rules/files/prepared-file.ts";
import { packNew } from "../record-files.ts";
import { type ContainerParts, hiding, refusing } from "./add-hidden.ts";
import type { LinkMember } from "./link-member.ts";

/** Adding the files in a container. */
export function fillings(
  parts: ContainerParts,
  link: LinkMember,
): Pick<ContainerStore, "add" | "beginMember"> {
  const { connection, tables } = parts;
  const addHidden = hiding(parts);
  const refuseUnlessOurs = refusing(parts);

  async function containerOf({ container }: PackedPlace): Promise<number> {
    const known = await tables.files.known(container);
    if (known === null) throw new Error(`${container} is no file of the store`);
    return known.id;
  }

  return {
    async add({ container, files }) {
      const prepared = files.map(({ file, place }) => ({ file: prepareFile(file), place }));
      const packed = await connection.read(() =>
        packNew(
          tables.contents,
          prepared.map(({ file }) => file),
        ),
      );
      await connection.write(async () => {
        await refuseUnlessOurs(container);
        for (const { file, place } of prepared) {
          if (place === null) continue;
          const { arrival, hash, reading } = file;
          const bytes = packed.get(arrival.hash);
          const { id, takesMessages } = await addHidden(arrival, hash, reading, file, bytes);
          await link(id, await containerOf(place), place.path);
          if (takesMessages) await tables.messages.add(id, file.items);
        }
      });
    },

    async beginMember({ container, place, file: arrival, outcome }) {
      const hash = prepareHash(arrival.hash);
      const prepared = prepareReading(outcome, []);
      return connection.write(async () => {
        await refuseUnlessOurs(container);
        const added = await addHidden(arrival, hash, prepared, null, null);
        await link(added.id, await containerOf(place), place.path);
        return added;
      });
    },
  };
}
