// Seuraa Edge: what a `server.error` means, and the status that a rejection's text holds.

/** What may be done after a refusal: a new token, something else first, again later, a fix. */
export type EdgeFate = "auth" | "state" | "backoff" | "never";

/** What a `server.error` holds. */
interface EdgeEvent {
  type?: string;
  code?: string;
  channel?: string;
  nodeId?: string;
  serverTime?: string;
}

/** The class of an error code. A code that is newer than this table is never repeated. */
export function edgeFate(code: string): EdgeFate {
  switch (code) {
    case "authorization.subscribe_denied":
    case "authorization.publish_denied":
      return "auth";
    case "channel.not_subscribed":
      return "state";
    case "rate_limit.exceeded":
    case "rate_limit.unavailable":
    case "service.unavailable":
      return "backoff";
    default:
      return "never";
  }
}

/** Says what a `server.error` refuses; null for every other event. */
export function edgeRefusal(event: unknown): string | null {
  const { type, code = "unknown", channel, nodeId, serverTime } = (event ?? {}) as EdgeEvent;
  if (type !== "server.error") return null;
  const where = [channel, nodeId, serverTime].filter((part) => part !== undefined);
  return [`${code} (${edgeFate(code)})`, ...where].join(", ");
}

/** The HTTP status in the text with which the backend SDK rejects; undefined where there was no answer. */
export function edgeHttpStatus(err: unknown): number | undefined {
  const text = err instanceof Error ? err.message : "";
  const status = /^edge (?:publish|presence|token revocation) failed with status (\d{3})\b/;
  const found = status.exec(text);
  return found ? Number(found[1]) : undefined;
}
