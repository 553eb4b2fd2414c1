import type { RetryClass, Signal } from "../../model/contract.ts";

type Row = readonly [name: string, meaning: string, retry: RetryClass, reaction: string];

function rows(kind: Signal["kind"], list: readonly Row[]): readonly Signal[] {
  return list.map(([name, meaning, retry, reaction]) => ({ kind, name, meaning, retry, reaction }));
}

/** The 13 codes of `error` frames; the connection stays open (shared/seeds/metered-realtime-error-codes.txt). */
export const errorCodes = rows("error code", [
  ["malformed_message", "the frame is no JSON, or has no type", "never", "report as a bug"],
  ["unknown_type", "the server does not know the frame's type", "never", "report as a bug"],
  [
    "invalid_channel",
    "the channel's name is empty, too long or has control characters",
    "never",
    "tell the caller",
  ],
  ["invalid_peer_id", "`to` is no peer id", "never", "tell the caller"],
  ["missing_data", "`data` is missing, or was dropped by JSON", "never", "tell the caller"],
  ["channel_reserved", "the name begins with a reserved prefix", "never", "tell the caller"],
  [
    "channel_not_authorized",
    "the channel is outside of the key's patterns",
    "config",
    "stop for this channel, fix the key",
  ],
  ["action_not_permitted", "the key's actions lack the operation", "config", "stop, fix the key"],
  [
    "channel_limit_exceeded",
    "this connection holds 100 subscriptions",
    "state",
    "unsubscribe from something first",
  ],
  ["peer_not_found", "the peer is not online here", "maybe", "not delivered; at most one delayed retry"],
  ["over_message_quota", "the plan's messages are used up", "quota", "stop sending, tell the operator"],
  [
    "backend_error",
    "a transient fault of the server's routing",
    "backoff",
    "a few tries, with growing delays",
  ],
  ["internal_error", "any other fault of the server", "backoff", "a few tries, with growing delays"],
]);

/** Every close code (shared/facts/metered-realtime.md, section 1.6). */
export const closeCodes = rows("close code", [
  ["1000", "closed on purpose", "never", "nothing"],
  ["1001", "the server goes away; `going_away` came before", "backoff", "reconnect after `retryAfterMs`"],
  ["1006", "no close frame: network, refused, HTTP 429", "backoff", "reconnect with growing delays"],
  ["1008", "a policy was violated", "never", "stop, log the reason"],
  ["1009", "a frame was larger than 64 KB", "backoff", "reconnect, and never send that frame again"],
  ["1011", "a fault of the server", "backoff", "reconnect with growing delays"],
  ["4000", "the client's own watchdog", "backoff", "reconnect"],
  ["4001", "key or token refused", "config", "stop; at most one new token"],
  ["4002", "the token expired", "auth", "mint a new token, then reconnect"],
  ["4003", "a channel outside of the key's patterns", "config", "stop, fix the key"],
  ["4010", "the plan's connections are used up", "quota", "wait 30 seconds or more"],
  ["4011", "too many messages per second", "backoff", "send less, then reconnect"],
  ["4012", "the account is suspended", "never", "stop"],
  ["4020", "kicked by the application's backend", "never", "stop"],
]);

/** Answers of the REST control plane; the body's key is `error`, not `code`. */
export const statuses = rows("HTTP status", [
  ["400", "invalid_request or channel_reserved", "never", "fix the request"],
  ["401", "unauthorized: one answer for every fault of the credential", "config", "fix the key"],
  ["403", "channel_not_authorized or action_not_permitted", "config", "fix the key"],
  ["404", "not_found", "never", "fix the request"],
  ["413", "invalid_request: the body is larger than 32 KB", "never", "send less"],
  ["429", "too many requests, without a code", "backoff", "a few tries, with growing delays"],
  ["503", "internal_error", "backoff", "a few tries, with growing delays"],
]);

/** What the SDK's promises reject with, besides the error codes, which are the error's `name` (1.2.0, measured). */
export const rejections = rows("rejection", [
  ["NotConnectedError", "not connected: the frame never left", "state", "do it again once connected"],
  [
    "DisconnectedError",
    "the socket died before the answer: outcome unknown",
    "maybe",
    "again only with an id in the data",
  ],
  [
    "ack timeout",
    'no answer in 15 s: outcome unknown; `name` is "Error"',
    "maybe",
    "again only with an id in the data",
  ],
  ["OversizedPayloadError", "larger than the connection allows", "never", "send less"],
  ["TypeError", "a bad channel, peer id or value", "never", "fix the caller"],
  [
    "SignallingConnectError",
    "closed before `welcome`; `closeCode` tells why",
    "config",
    "decide by the close code",
  ],
  [
    "MeteredPeerSendError",
    "`code`: not_joined, invalid_args, self_send, reserved_channel",
    "never",
    "fix the caller",
  ],
  [
    "MeteredPeerStateError",
    "`code`: invalid_state, track_already_attached",
    "state",
    "join first, or build a new instance",
  ],
  ["MeteredPeerOversizedError", "larger than the connection allows", "never", "send less"],
  [
    "MeteredPeerReplaceTrackError",
    "some peers still have the old track (`failed`)",
    "maybe",
    "repeat for those that failed",
  ],
  ["DataChannelOverflowError", "the data channel's queue is full", "backoff", "stop until it drains"],
]);

/** The SDK's events by which failures are told; nobody listening means that nothing happens. */
export const events = rows("event", [
  ["server-error", "an error frame that answers no request", "maybe", "decide by its `code`"],
  [
    "disconnected",
    "the connection ended; `willReconnect` tells whether for good",
    "maybe",
    "decide by its `code`",
  ],
  ["state-change", '`to: "closed"` also where no `disconnected` comes', "state", "tell the user"],
  ["token-provider-error", "no token; `consecutiveFailures` counts", "auth", "sign in again"],
  ["going-away", "the server restarts after `retryAfterMs`", "backoff", "expect a reconnect"],
  ["error", "of a MeteredPeer: `err.name` tells which", "maybe", "decide by `err.name`"],
  ["left", "of a MeteredPeer: the session ended", "state", "tell the user"],
  [
    "negotiation-error",
    "of a RemotePeer: final only for IceRestartExhaustedError",
    "maybe",
    "offer to join again",
  ],
]);

/** Types of raw frames, in both directions. */
export const frameTypes = {
  requests: ["subscribe", "unsubscribe", "publish", "send"],
  answers: ["welcome", "ack", "error", "message", "direct", "presence", "going_away", "pong"],
} as const;
