import type { AccessStore } from "./access-store.ts";
import type { ActionStore } from "./actions/action-store.ts";
import type { LeaseStore } from "./actions/lease-store.ts";
import type { BackupStore } from "./backup-store.ts";
import type { ErasureStore } from "./erasure-store.ts";
import type { EventStore } from "./events/event-store.ts";
import type { FeedStore } from "./events/feed-store.ts";
import type { RestatementStore } from "./events/restatement-store.ts";
import type { RevisionStore } from "./events/revision-store.ts";
import type { RouteStore } from "./events/route-store.ts";
import type { AwaitedStore } from "./expected/awaited-store.ts";
import type { ExpectedStore } from "./expected/expected-store.ts";
import type { GapStore } from "./expected/gap-store.ts";
import type { ContainerStore } from "./files/container-store.ts";
import type { FileStore } from "./files/file-store.ts";
import type { LargeFileStore } from "./files/large-file-store.ts";
import type { MessageStore } from "./files/message-store.ts";
import type { ReadingStore } from "./files/reading-store.ts";
import type { RemoteFileStore } from "./files/remote-file-store.ts";
import type { HealthStore } from "./health-store.ts";
import type { HoldStore } from "./hold-store.ts";
import type { NoticeStore } from "./notice-store.ts";
import type { AnswerStore } from "./outbound/answer-store.ts";
import type { DeliveryStore } from "./outbound/delivery-store.ts";
import type { NumberStore } from "./outbound/number-store.ts";
import type { OutboundMessageStore } from "./outbound/outbound-message-store.ts";
import type { OutboundStore } from "./outbound/outbound-store.ts";
import type { QueueStore } from "./outbound/queue-store.ts";
import type { StatusStore } from "./outbound/status-store.ts";
import type { SubscriptionStore } from "./outbound/subscription-store.ts";
import type { PollStore } from "./poll-store.ts";
import type { BuildStore } from "./processes/build-store.ts";
import type { CommandStore } from "./processes/command-store.ts";
import type { DeadlineStore } from "./processes/deadline-store.ts";
import type { ProcessStore } from "./processes/process-store.ts";
import type { ReportStore } from "./report-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import type { SearchStore } from "./search-store.ts";
import type { StuckStore } from "./stuck-store.ts";
import type { VerifyStore } from "./verify-store.ts";
import type { WorkLeaseStore } from "./work-lease-store.ts";

/**
 * The store: its verbs by noun, each a transaction of its own. A verb that rejects has changed nothing. A
 * verb with more than one argument takes them as one object. Lists are complete, read in pages underneath,
 * so that a long one holds neither memory nor a lock; they come in order of `id` or `seq`.
 */
export interface Store {
  /** Names this store for ever; an inbox marked with it belongs to it. */
  readonly id: string;
  readonly files: FileStore;
  readonly largeFiles: LargeFileStore;
  readonly containers: ContainerStore;
  readonly readings: ReadingStore;
  readonly remoteFiles: RemoteFileStore;
  readonly messages: MessageStore;
  readonly routes: RouteStore;
  readonly events: EventStore;
  readonly revisions: RevisionStore;
  readonly feed: FeedStore;
  readonly restatements: RestatementStore;
  readonly processes: ProcessStore;
  readonly builds: BuildStore;
  readonly deadlines: DeadlineStore;
  readonly commands: CommandStore;
  readonly actions: ActionStore;
  readonly leases: LeaseStore;
  readonly queues: QueueStore;
  readonly outboundMessages: OutboundMessageStore;
  readonly numbers: NumberStore;
  readonly outbound: OutboundStore;
  readonly deliveries: DeliveryStore;
  readonly subscriptions: SubscriptionStore;
  readonly answers: AnswerStore;
  readonly statuses: StatusStore;
  readonly awaited: AwaitedStore;
  readonly expected: ExpectedStore;
  readonly gaps: GapStore;
  readonly holds: HoldStore;
  readonly polls: PollStore;
  readonly notices: NoticeStore;
  readonly access: AccessStore;
  readonly search: SearchStore;
  readonly stuck: StuckStore;
  readonly reports: ReportStore;
  readonly verify: VerifyStore;
  readonly health: HealthStore;
  readonly backups: BackupStore;
  readonly retention: RetentionStore;
  readonly erasures: ErasureStore;
  /** Null where the store has one daemon, and of a program that is none. */
  readonly workLeases: WorkLeaseStore | null;
  /** Closes the store; no verb may be called afterwards. */
  close(): Promise<void>;
}
