/**
 * Something the user can mend: bad usage, bad config, a dirty tree, no such path.
 * The CLI prints the message alone and exits 2; a stack trace would only hide it.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's code of a failed file operation, for example `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}
