// The SDK of Metered Realtime: what a failed call means, and which calls may be made again.

/** What a failed call asks for. After an unknown outcome the message may have arrived. */
export type MeteredFate =
  | "fix-caller"
  | "fix-key"
  | "free-a-slot"
  | "offline"
  | "quota"
  | "again"
  | "when-connected"
  | "give-up"
  | "unknown-outcome";

/** Tells what a failed call asks for; the server's code is the error's `name`. */
export function meteredFate(err: unknown): MeteredFate {
  const { name = "", closeCode = 0 } = (err ?? {}) as { name?: string; closeCode?: number };
  switch (name) {
    case "malformed_message":
    case "unknown_type":
    case "invalid_channel":
    case "invalid_peer_id":
    case "missing_data":
    case "channel_reserved":
    case "OversizedPayloadError":
    case "MeteredPeerOversizedError":
    case "TypeError":
      return "fix-caller";
    case "channel_not_authorized":
    case "action_not_permitted":
      return "fix-key";
    case "channel_limit_exceeded":
      return "free-a-slot";
    case "peer_not_found":
      return "offline";
    case "over_message_quota":
      return "quota";
    case "backend_error":
    case "internal_error":
      return "again";
    case "NotConnectedError":
      return "when-connected";
    case "SignallingConnectError":
      if (closeCode === 4010) return "quota";
      return [1008, 4001, 4003, 4012, 4020].includes(closeCode) ? "give-up" : "again";
    default:
      return "unknown-outcome";
  }
}

/** Whether the same call may be made again: the server had a passing fault, or the frame never left. */
export function mayRepeat(err: unknown): boolean {
  const fate = meteredFate(err);
  return fate === "again" || fate === "when-connected";
}

/** Whether a connection or subscription may be tried again: unless the key, the account or the request is at fault. */
export function mayConnectAgain(err: unknown): boolean {
  // A token provider that does not reach its server fails with a TypeError.
  if ((err as { name?: string } | null)?.name === "TypeError") return true;
  const fate = meteredFate(err);
  return fate !== "fix-caller" && fate !== "fix-key" && fate !== "give-up";
}

/** Makes a call, and again where that can help: twice at most, with growing delays. */
export async function retryTransient<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await call();
    } catch (err) {
      if (!mayRepeat(err) || tries >= 2) throw err;
      const waitMs = 500 * 2 ** tries * (0.8 + Math.random() * 0.4);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
