import type { NoticeMessage, NoticeRecord } from "../../core/notice/notice.ts";
import { notFound } from "../../core/refusal/refused-error.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** A notice, and what was said of it, the first first. */
export interface NoticeDetail {
  readonly notice: NoticeRecord;
  readonly messages: readonly NoticeMessage[];
}

/** A notice with all that was said of it, to whom, and why not. Rejects with `RefusedError` when there is none of the number. */
export async function noticeDetail(
  { store }: OpenInstallation,
  { id }: { readonly id: number },
): Promise<NoticeDetail> {
  const notice = await store.notices.get(id);
  if (notice === null) throw notFound(`notice ${id}`);
  return { notice, messages: await store.notices.messages(id) };
}
