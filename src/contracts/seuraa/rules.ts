import type { PatternRule } from "../patternRule.ts";
import { errorCodes, events, httpStatuses, rejections, statusValues } from "./signals.ts";

const PUBLISH = ["channel.publish"];
const CHANNEL = ["channel"];
const BACKEND = ["edge.channels.publish", "edge.channels.presence"];
const REVOKE = ["edge.auth.revoke"];
const HTTP = [...httpStatuses, ...rejections];

/** Patterns B1 to B9: the browser SDK. */
export const browserRules: readonly PatternRule[] = [
  {
    pattern: "B1",
    name: "publish-result-dropped",
    severity: "warning",
    safety: "safe",
    functions: PUBLISH,
    summary: "The result of a channel's `publish` is not looked at.",
    inProduction: "While the socket is away, events vanish without a word.",
    handling: "Look at `sent`; queue the event or tell the user where it is false.",
    before: `channel.publish("cursor.moved", cursor);`,
    after: `const published = channel.publish("cursor.moved", cursor);
if (!published.sent) console.error("channel.publish was not sent:", published.clientEventId);`,
    signals: events,
  },
  {
    pattern: "B2",
    name: "publish-taken-for-promise",
    severity: "error",
    safety: "review",
    functions: PUBLISH,
    summary: "A channel's `publish` is awaited or chained; it returns a plain object at once.",
    inProduction: "The catch never runs, and a dropped event counts as saved.",
    handling: "Look at `sent`, and wait for `publish.accepted` where it matters.",
    before: `await channel.publish("note.saved", note);
markSaved();`,
    after: `await publishConfirmed(channel, "note.saved", note);
markSaved();`,
    signals: events,
  },
  {
    pattern: "B3",
    name: "server-error-unheard",
    severity: "error",
    safety: "review",
    functions: CHANNEL,
    summary: "Nobody listens for `server.error` on a channel in use, or too late, or for some codes only.",
    inProduction: "A denied subscription looks like an empty channel.",
    handling: "Register `onRawEvent` before `subscribe`, and decide by `code`.",
    before: `const desk = edge.channel("private:team-7");
desk.subscribe("ticket.assigned", onTicket);`,
    after: `const desk = edge.channel("private:team-7");
desk.onRawEvent((event) => {
  if (event.type === "server.error") reportEdgeError(event);
});
desk.subscribe("ticket.assigned", onTicket);`,
    signals: errorCodes,
  },
  {
    pattern: "B4",
    name: "sent-taken-for-delivered",
    severity: "warning",
    safety: "review",
    functions: PUBLISH,
    summary: "`sent` alone decides that an event arrived; nobody reads `publish.accepted`.",
    inProduction: "What the server refused is shown as saved.",
    handling: "Wait for the `publish.accepted` with the same `clientEventId`, for a limited time.",
    before: `if (channel.publish("note.saved", note).sent) markSaved();`,
    after: `publishConfirmed(channel, "note.saved", note).then(markSaved, markFailed);`,
    signals: events,
  },
  {
    pattern: "B5",
    name: "status-unheard",
    severity: "warning",
    safety: "review",
    functions: CHANNEL,
    summary: "Nobody listens for the connection's state.",
    inProduction: "A refused connection (a plan's limit) is invisible.",
    handling: "Listen with `onStatus`; do not reconnect there, the SDK does.",
    before: `const desk = edge.channel("private:team-7");
desk.subscribe("ticket.assigned", onTicket);`,
    after: `const desk = edge.channel("private:team-7");
desk.onStatus(({ status }) => {
  if (status === "error" || status === "retrying") console.error("seuraa-edge connection:", status);
});
desk.subscribe("ticket.assigned", onTicket);`,
    signals: statusValues,
  },
  {
    pattern: "B6",
    name: "debug-used-for-logic",
    severity: "warning",
    safety: "manual",
    functions: ["channel.onDebug"],
    summary: "An `onDebug` callback decides something.",
    inProduction: "It is no error-handling API: what it says may change or stop.",
    handling: "Use `onRawEvent` and `onStatus`.",
    before: `channel.onDebug((info) => {
  if (info.error) retry();
});`,
    after: `channel.onStatus(({ status }) => {
  if (status === "error") report();
});`,
  },
  {
    pattern: "B7",
    name: "decision-on-message-text",
    severity: "warning",
    safety: "safe",
    functions: ["channel.onRawEvent"],
    summary: "Code decides on the `message` of a `server.error`.",
    inProduction: "The text is diagnostic and may change; the branch stops running.",
    handling: "Decide by `code`.",
    before: `if (event.message === "subscribe is not authorized") showAccessDenied();`,
    after: `if (event.code === "authorization.subscribe_denied") showAccessDenied();`,
    signals: errorCodes,
  },
  {
    pattern: "B8",
    name: "blind-repeat",
    severity: "warning",
    safety: "review",
    functions: ["channel.onRawEvent", "channel.onStatus"],
    summary: "An error or status handler repeats at once, whatever the code.",
    inProduction: "What can never succeed loops until the rate limit.",
    handling: "Repeat codes of the class backoff only, behind a timer, a few times.",
    before: `channel.onRawEvent((event) => {
  if (event.type === "server.error") channel.publish("cursor.moved", cursor);
});`,
    after: `const scheduleRepeat = edgeRepeats();
channel.onRawEvent((event) => {
  if (event.type === "server.error") scheduleRepeat(event.code, () => channel.publish("cursor.moved", cursor));
});`,
    signals: errorCodes,
  },
  {
    pattern: "B9",
    name: "remover-ignored",
    severity: "info",
    safety: "manual",
    functions: ["channel.subscribe", "channel.onRawEvent"],
    summary: "An effect drops the remover that `subscribe` or `onRawEvent` returns.",
    inProduction: "Handlers multiply with each mount, and each fault is reported n times.",
    handling: "Return the remover from the effect.",
    before: `useEffect(() => {
  channel.subscribe("ticket.assigned", onTicket);
}, []);`,
    after: `useEffect(() => channel.subscribe("ticket.assigned", onTicket), []);`,
  },
];

/** Patterns N1 to N8: the backend SDK. */
export const backendRules: readonly PatternRule[] = [
  {
    pattern: "N1",
    name: "floating-promise",
    severity: "error",
    safety: "safe",
    functions: BACKEND,
    summary: "A call of the backend SDK fails, and nobody holds its promise.",
    inProduction: "The unhandled rejection can end the process; a 429 is enough.",
    handling: "Handle it; the status stands in the error's message.",
    before: `edge.channels.publish(channel, "report.ready", { id });`,
    after: `edge.channels.publish(channel, "report.ready", { id }).catch((err: unknown) => {
  console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
});`,
    signals: HTTP,
  },
  {
    pattern: "N2",
    name: "unguarded-await",
    severity: "error",
    safety: "safe",
    functions: BACKEND,
    summary: "A call of the backend SDK is awaited, and nobody catches its rejection.",
    inProduction: "The request fails after its work was done.",
    handling: "Catch it; where the work is durable, note the event for later and go on.",
    before: `await edge.channels.publish(channel, "order.created", order);`,
    after: `try {
  await edge.channels.publish(channel, "order.created", order);
} catch (err) {
  console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
  throw err;
}`,
    signals: HTTP,
  },
  {
    pattern: "N3",
    name: "retry-without-client-event-id",
    severity: "warning",
    safety: "review",
    functions: ["edge.channels.publish"],
    summary: "A publish is repeated without a fixed `clientEventId`, or whatever the status.",
    inProduction: "The same notification arrives twice; a 401 is hammered.",
    handling: "One id per operation, made outside of the loop; repeat 429, 503 and lost answers only.",
    before: `for (let n = 0; n < 3; n++) {
  try {
    await edge.channels.publish(channel, name, data);
    break;
  } catch {}
}`,
    after: `const clientEventId = crypto.randomUUID();
for (let n = 0; n < 3; n++) {
  try {
    await edge.channels.publish(channel, name, data, { clientEventId });
    break;
  } catch (err) {
    console.error("edge.channels.publish failed:", edgeHttpStatus(err) ?? String(err));
    if (!edgeMayRepeat(err)) break;
  }
}`,
    signals: HTTP,
  },
  {
    pattern: "N4",
    name: "wrong-error-field",
    severity: "warning",
    safety: "review",
    functions: [...BACKEND, ...REVOKE],
    summary:
      "A handler reads `status`, `code`, `response` or `body` of the error, or searches its text; no such field exists.",
    inProduction: "The branch never runs, or runs because a body happens to hold the number.",
    handling: "Read the status with an anchored pattern.",
    before: `if (err.status === 429) return later();`,
    after: `if (edgeHttpStatus(err) === 429) return later();`,
    signals: HTTP,
  },
  {
    pattern: "N5",
    name: "rejection-text-exposed",
    severity: "warning",
    safety: "review",
    functions: [...BACKEND, ...REVOKE],
    summary: "The rejection's text is sent to the user.",
    inProduction: "The texts of presence and revocation hold the server's answer.",
    handling: "Answer with a text of your own, and log the error's.",
    before: `res.status(500).json({ error: err.message });`,
    after: `console.error("edge.channels.presence failed:", edgeHttpStatus(err) ?? String(err));
res.status(500).json({ error: "presence is not available" });`,
    signals: rejections,
  },
  {
    pattern: "N6",
    name: "swallowed-revocation",
    severity: "error",
    safety: "review",
    functions: REVOKE,
    summary: "Revoking a token fails, and the failure is lost or swallowed.",
    inProduction: "The token goes on working although everybody takes it for revoked.",
    handling: "Say that it failed, and try until it is done; do not answer with success.",
    notSafeWhen:
      "A catch that swallowed the error before now logs it, and a route answers 503 instead of success.",
    before: `edge.auth.revoke(tokenId, { ttlSeconds: 3600 }).catch(() => {});
return new Response(null, { status: 204 });`,
    after: `try {
  await edge.auth.revoke(tokenId, { ttlSeconds: 3600 });
} catch (err) {
  console.error("edge.auth.revoke failed, the token still works:", edgeHttpStatus(err) ?? String(err));
  return Response.json({ error: "the token could not be revoked" }, { status: 503 });
}
return new Response(null, { status: 204 });`,
    signals: HTTP,
  },
  {
    pattern: "N7",
    name: "all-or-nothing-fan-out",
    severity: "warning",
    safety: "review",
    functions: ["edge.channels.publish"],
    summary: "`Promise.all` over many publishes: the first failure hides all others.",
    inProduction: "Nobody knows who was told.",
    handling: "Use `Promise.allSettled`, and report those that failed.",
    before: "await Promise.all(users.map((user) => edge.channels.publish(`private:${user}`, name, news)));",
    after: `const results = await Promise.allSettled(users.map((user) => publish(user)));
const failures = edgeFailures(results);
if (failures.length > 0) throw new Error(\`news was not delivered to \${failures.length} of \${results.length}: \${failures.join(", ")}\`);`,
    signals: HTTP,
  },
  {
    pattern: "N8",
    name: "unguarded-token-route",
    severity: "warning",
    safety: "manual",
    functions: ["edge.auth.signIn"],
    summary:
      "A route signs a token for a channel that it takes unchecked from the request, or has its secret unchecked from the environment.",
    inProduction:
      "Anybody gets a token for any channel; a bad request ends in an error page and endless `retrying`.",
    handling: "Check the body, the user and their right; refuse otherwise.",
    before: `const { channel } = await req.json();
return Response.json(edge.auth.signIn({ channel, permissions }));`,
    after: `if (!user || !mayRead(user, channel)) return Response.json({ error: "forbidden" }, { status: 403 });
return Response.json(edge.auth.signIn({ channel, permissions }));`,
  },
];
