/* A double of Seuraa Edge: only what its documentation shows, and one fault (shared/facts/seuraa-edge.md, sections 2 and 3). */
const fault = JSON.parse(process.env.PROOF_FAULT ?? '{"kind":"none"}');
const record = { published: [], revoked: 0 };

/** A program that repeats for ever is stopped here: more was never asked for. */
const MOST = 50;

class Channel {
  #name;
  #raw = new Set();
  #status = new Set();
  constructor(name) {
    this.#name = name;
  }

  subscribe() {
    // The refusal of a subscription comes at once, to whoever listens by then.
    if (fault.kind === "refuse-subscribe") this.#refuse();
    if (fault.kind === "status") this.#tell(fault.value);
    return () => {};
  }

  publish(event) {
    record.published.push(event);
    const clientEventId = `event-${record.published.length}`;
    if (fault.kind === "unavailable") return { sent: false, clientEventId };
    if (record.published.length <= MOST)
      setImmediate(() => {
        if (fault.kind === "refuse-publish") this.#refuse();
        else if (fault.kind !== "unconfirmed") this.#emit({ type: "publish.accepted", clientEventId });
      });
    return { sent: true, clientEventId };
  }

  onRawEvent(handler) {
    this.#raw.add(handler);
    return () => this.#raw.delete(handler);
  }

  onStatus(handler) {
    this.#status.add(handler);
    return () => this.#status.delete(handler);
  }

  onDebug() {
    return () => {};
  }

  unsubscribe() {}

  #refuse() {
    const { code, message = "refused" } = fault;
    this.#emit({
      type: "server.error",
      code,
      message,
      channel: this.#name,
      nodeId: "node-1",
      serverTime: "now",
    });
    // The one code after which the connection closes.
    if (code === "payload.too_large") this.#tell("retrying");
  }

  #emit(event) {
    for (const handler of this.#raw) handler(event);
  }

  #tell(status) {
    for (const handler of this.#status) handler({ status });
  }
}

class BrowserClient {
  channel(name) {
    return new Channel(name);
  }
}

async function request(what, body) {
  const number = record.published.length;
  await new Promise((resolve) => setImmediate(resolve));
  if (fault.kind === "network") throw new TypeError("fetch failed");
  if (fault.kind !== "http" && fault.kind !== "http-one") return;
  if (fault.kind === "http-one" && number !== 2) return;
  throw new Error(`edge ${what} failed with status ${fault.status}${body}`);
}

class BackendClient {
  channels = {
    publish: (_channel, _event, _data, options) => {
      record.published.push(options?.clientEventId ?? null);
      return request("publish", "");
    },
    presence: () =>
      request("presence", ": code 429 of secret-host").then(() => ({ count: 1, members: ["a"] })),
  };
  auth = {
    revoke: () => {
      record.revoked++;
      return request("token revocation", ": secret-host");
    },
    signIn: ({ channel }) => ({ appKey: "pk", channel, expiresAt: "later", token: "t", tokenId: "token-1" }),
  };
}

module.exports = { record, BrowserClient, BackendClient };
