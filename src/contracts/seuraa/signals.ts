import type { RetryClass, Signal } from "../../model/contract.ts";

type Row = readonly [name: string, meaning: string, retry: RetryClass, reaction: string];

function rows(kind: Signal["kind"], list: readonly Row[]): readonly Signal[] {
  return list.map(([name, meaning, retry, reaction]) => ({ kind, name, meaning, retry, reaction }));
}

/** The 12 members of `EdgeErrorCode`, in `server.error` events (shared/seeds/seuraa-edge-errors.txt). The classes are ours. */
export const errorCodes = rows("error code", [
  [
    "authorization.subscribe_denied",
    "the token does not allow the subscription",
    "auth",
    "stop for this channel; one new token at most",
  ],
  [
    "authorization.publish_denied",
    "the token does not allow the event",
    "auth",
    "do not repeat; check the permissions",
  ],
  ["channel.not_subscribed", "published before subscribed", "state", "subscribe, then once more"],
  ["channel.required", "no channel name", "never", "report as a bug"],
  ["channel.invalid", "a bad channel name", "never", "report as a bug"],
  ["event.name_required", "no event name", "never", "report as a bug"],
  [
    "payload.too_large",
    "the frame is too large; the connection closes",
    "never",
    "send less, and not again on reconnect",
  ],
  ["protocol.invalid", "the server cannot decode a frame", "never", "report: SDK and server do not match"],
  [
    "protocol.unsupported",
    "the server does not know the operation",
    "never",
    "report: SDK and server do not match",
  ],
  [
    "rate_limit.exceeded",
    "too many operations",
    "backoff",
    "wait longer each time; drop what matters little",
  ],
  ["rate_limit.unavailable", "the limit could not be checked", "backoff", "wait longer each time"],
  ["service.unavailable", "a temporary failure", "backoff", "wait longer each time"],
]);

/** Connection states of `onStatus` that tell of a failure. */
export const statusValues = rows("status", [
  [
    "error",
    "a transport or protocol failure, also a refused upgrade",
    "maybe",
    "report; the SDK reconnects by itself",
  ],
  [
    "retrying",
    "closed unexpectedly, a reconnect is planned",
    "backoff",
    "tell the user; do not open a second connection",
  ],
]);

/** Events and results of the browser SDK. */
export const events = rows("event", [
  ["server.error", "an operation was refused; `code` tells why", "maybe", "decide by its `code`"],
  [
    "publish.accepted",
    "the server accepted a publish; carries its `clientEventId`",
    "state",
    "only now it counts as sent",
  ],
  [
    "sent: false",
    "the result of `publish`: the socket was not available, the event is dropped",
    "state",
    "queue it, or tell the user",
  ],
]);

/** Statuses in the texts with which the backend SDK rejects. */
export const httpStatuses = rows("HTTP status", [
  ["400", "bad JSON, missing input or a bad channel name", "never", "fix the call"],
  ["401", "key and signature do not match", "config", "fix the credentials"],
  ["403", "not set up for this operation", "config", "fix the application's settings"],
  ["405", "wrong method", "never", "a proxy or a wrong version"],
  ["413", "the body is too large", "never", "send less"],
  ["429", "rate limit; the event was not accepted", "backoff", "again with the same clientEventId"],
  ["503", "could not be served", "backoff", "again with the same clientEventId"],
]);

/** The texts of the backend SDK's rejections; there is no `status`, `code` or `body` property. */
export const rejections = rows("rejection", [
  [
    "edge publish failed with status <status>",
    "of channels.publish",
    "maybe",
    "read the status with an anchored pattern",
  ],
  [
    "edge presence failed with status <status>: <body>",
    "of channels.presence",
    "maybe",
    "never show the text to a user",
  ],
  [
    "edge token revocation failed with status <status>: <body>",
    "of auth.revoke",
    "maybe",
    "the token still works: try until it is done",
  ],
]);
