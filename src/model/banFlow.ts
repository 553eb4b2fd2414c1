/** Where the scaffolded module of ban flows keeps blocks and retries. */
export const BACK_ENDS = ["outbox", "bullmq", "in-process"] as const;
export type BackEnd = (typeof BACK_ENDS)[number];

/** A function that the project names: `src/bans.ts#blockUser`. */
export interface OwnFunction {
  /** An absolute path, or a specifier of a package or alias as it is to be imported. */
  readonly module: string;
  readonly name: string;
}

/** The functions that a rewritten ban flow calls; `default` is no name of theirs. */
export type BanFunctionName = "block" | "unblock" | "isBlocked" | "terminate";

/** What the config says of ban flows. */
export interface BanFlowOptions {
  /** The project's own functions; then nothing is scaffolded. */
  readonly own?: Readonly<Partial<Record<BanFunctionName, OwnFunction>>>;
  /** Where the scaffolded module keeps blocks and retries; chosen by what the project depends on where it is not set. */
  readonly backEnd?: BackEnd;
}
