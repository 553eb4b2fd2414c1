/** An error in a word: its code, HTTP status or message, so that versions and runs can be compared. */
export function describeError(error: unknown): string {
  if (typeof error !== "object" || error === null) return `thrown ${String(error)}`;
  const { code, status, message, name } = error as Record<string, unknown>;
  if (name === "TypeError" || name === "ReferenceError") return `${name} ${String(code ?? message)}`;
  if (typeof code === "string") return code;
  if (typeof status === "number") return `HTTP ${status}`;
  return String(message).split("\n")[0]!.slice(0, 60);
}
