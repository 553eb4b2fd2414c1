import type { Contract } from "../model/contract.ts";

const README = {
  title: "pusher-http-node, error handling",
  url: "https://github.com/pusher/pusher-http-node#error-handling",
};
const TRIGGER_DOCS = {
  title: "pusher-http-node, triggering events",
  url: "https://github.com/pusher/pusher-http-node#triggering-events",
};
const USER_DOCS = {
  title: "pusher-http-node, sending events to users",
  url: "https://github.com/pusher/pusher-http-node#sending-events-to-users",
};
const TERMINATE_DOCS = {
  title: "Pusher Channels, terminating user connections",
  url: "https://pusher.com/docs/channels/server_api/terminating-user-connections/",
};
const AUTH_DOCS = {
  title: "Pusher Channels, authenticating users",
  url: "https://pusher.com/docs/channels/server_api/authenticating-users/",
};
const CHANNELS_DOCS = {
  title: "Pusher Channels, REST API, GET channels",
  url: "https://pusher.com/docs/channels/library_auth_reference/rest-api/#get-channels-fetch-info-for-multiple-channels",
};
const REQUESTS_SOURCE = {
  title: "pusher-http-node, lib/requests.js",
  url: "https://github.com/pusher/pusher-http-node/blob/master/lib/requests.js",
};
const REST_DOCS = {
  title: "Pusher Channels, REST API",
  url: "https://pusher.com/docs/channels/library_auth_reference/rest-api/",
};

/** The server SDK of Pusher Channels. Facts: shared/facts/pusher.md (measured on 5.0.0 to 5.3.4), shared/seeds/pusher.txt. */
export const pusher: Contract = {
  name: "pusher",
  package: "pusher",
  title: "Pusher Channels, server SDK",
  // 4 already returns promises; before it, calls took callbacks.
  versions: ">=4.0.0 <6.0.0",
  types: { default: "instance", Pusher: "instance" },
  roles: {
    module: {
      members: { default: "class", Pusher: "class" },
      constructs: "instance",
      methods: { forURL: "instance", forCluster: "instance" },
    },
    class: {
      constructs: "instance",
      methods: { forURL: "instance", forCluster: "instance" },
      members: { default: "class" },
    },
    instance: { hasFunctions: true },
  },
  declarations: `declare module "pusher" {
  class Pusher {
    constructor(options: object);
    static forURL(url: string, options?: object): Pusher;
    static forCluster(cluster: string, options?: object): Pusher;
    trigger(channel: string | string[], event: string, data: unknown, params?: object): Promise<Pusher.Response>;
    triggerBatch(events: object[]): Promise<Pusher.Response>;
    sendToUser(userId: string, event: string, data: unknown): Promise<Pusher.Response>;
    terminateUserConnections(userId: string): Promise<Pusher.Response>;
    get(options: object): Promise<Pusher.Response>;
    post(options: object): Promise<Pusher.Response>;
  }
  namespace Pusher {
    interface Response { status: number; json(): Promise<any>; text(): Promise<string> }
  }
  export = Pusher;
}`,
  errorClass: { member: "RequestError", name: "PusherRequestError", typedSince: "5.3.2" },
  functions: [
    { name: "trigger", rule: "api-error", consequence: "the event is not delivered" },
    {
      name: "triggerBatch",
      rule: "api-error",
      consequence: "none of the events of the batch is delivered",
      logNote: " for the whole batch",
    },
    { name: "sendToUser", rule: "api-error", consequence: "the user is not notified" },
    {
      name: "terminateUserConnections",
      rule: "terminate-api-error",
      consequence: "the user stays connected, although the rest of the application takes them for gone",
      logNote: ", the user may still be connected",
    },
    {
      name: "get",
      rule: "get-api-error",
      consequence: "the state of the channel is not known",
      branches: [{ status: 400, message: "was refused, the path or its parameters are wrong" }],
    },
    {
      name: "post",
      rule: "post-api-error",
      consequence: "nothing was done",
      branches: [{ status: 413, message: "was refused, the payload is too large" }],
    },
  ],
  rules: [
    {
      id: "pusher/api-error",
      contract: "pusher",
      severity: "error",
      summary:
        "Publishing an event fails (wrong credentials, rate limit, an outage, the network), and nobody handles it.",
      inProduction:
        "The SDK does not retry. An unhandled rejection ends the Node process, or the request fails after its work was done; the users' screens stay stale.",
      handling:
        "Catch the failure where the event is published, log its status and message (never the error itself: it carries the signed URL), and let it go on to whoever has to know.",
      functions: ["trigger", "triggerBatch", "sendToUser"],
      notSafeWhen:
        "A catch that swallowed the error before now logs it; an await is added to a returned call inside a try.",
      before: `await pusher.trigger("orders", "created", order);`,
      after: `try {
  await pusher.trigger("orders", "created", order);
} catch (err) {
  if (err instanceof Pusher.RequestError) {
    console.error("pusher.trigger failed:", err.status, err.message);
  } else {
    console.error("pusher.trigger failed:", String(err).split("?")[0]);
  }
  throw err;
}`,
      sources: [README, TRIGGER_DOCS, USER_DOCS, REQUESTS_SOURCE],
    },
    {
      id: "pusher/terminate-api-error",
      contract: "pusher",
      severity: "error",
      summary: "Terminating a user's connections fails, and nobody handles it.",
      inProduction:
        "The user stays connected although the database says that they are banned: a security hole that nobody sees.",
      handling:
        "Catch the failure and log that the user may still be connected. In a ban flow, block the user's authentication first and retry until it is done.",
      functions: ["terminateUserConnections"],
      notSafeWhen: "A catch that swallowed the error before now logs it.",
      before: `await pusher.terminateUserConnections(userId);`,
      after: `try {
  await pusher.terminateUserConnections(userId);
} catch (err) {
  if (err instanceof Pusher.RequestError) {
    console.error("pusher.terminateUserConnections failed, the user may still be connected:", err.status, err.message);
  } else {
    console.error("pusher.terminateUserConnections failed, the user may still be connected:", String(err).split("?")[0]);
  }
  throw err;
}`,
      sources: [TERMINATE_DOCS, README],
    },
    {
      id: "pusher/get-api-error",
      contract: "pusher",
      severity: "error",
      summary:
        "Reading the state of channels fails (wrong parameters, credentials, quota, the network), and nobody handles it.",
      inProduction:
        "Whatever the presence data was needed for does not happen; a wrong parameter (400) looks like an outage.",
      handling: "Catch the failure and tell a 400, which is a mistake in the call, from the rest.",
      functions: ["get"],
      notSafeWhen: "A catch that swallowed the error before now logs it.",
      before: `const res = await pusher.get({ path: "/channels" });
const { channels } = await res.json();`,
      after: `try {
  const res = await pusher.get({ path: "/channels" });
  const { channels } = await res.json();
} catch (err) {
  if (err instanceof Pusher.RequestError && err.status === 400) {
    console.error("pusher.get was refused, the path or its parameters are wrong:", err.message);
  } else if (err instanceof Pusher.RequestError) {
    console.error("pusher.get failed:", err.status, err.message);
  } else {
    console.error("pusher.get failed:", String(err).split("?")[0]);
  }
  throw err;
}`,
      sources: [CHANNELS_DOCS, README],
    },
    {
      id: "pusher/post-api-error",
      contract: "pusher",
      severity: "warning",
      summary:
        "A direct POST to the API fails (payload above 10 KB, credentials, the network), and nobody handles it.",
      inProduction: "The request was refused, and nobody knows why.",
      handling: "Catch the failure and tell a 413, a payload that is too large, from the rest.",
      functions: ["post"],
      notSafeWhen: "A catch that swallowed the error before now logs it.",
      before: `await pusher.post({ path: "/events", body: payload });`,
      after: `try {
  await pusher.post({ path: "/events", body: payload });
} catch (err) {
  if (err instanceof Pusher.RequestError && err.status === 413) {
    console.error("pusher.post was refused, the payload is too large:", err.message);
  } else if (err instanceof Pusher.RequestError) {
    console.error("pusher.post failed:", err.status, err.message);
  } else {
    console.error("pusher.post failed:", String(err).split("?")[0]);
  }
  throw err;
}`,
      sources: [REST_DOCS, README],
    },
    {
      id: "pusher/ban-without-auth-block",
      contract: "pusher",
      severity: "error",
      summary: "A user is thrown out, and nothing keeps them out before their connections are terminated.",
      inProduction:
        "Terminating a connection does not forbid the next one. The client reconnects within milliseconds, the auth endpoint signs, and the banned user goes on reading.",
      handling:
        "Write the ban, block the user's authentication and wait for both; then terminate, with retries that outlive the process, and terminate once more after the longest auth answer that can still be on its way. The functions come from a module that is written into the project, or from the project itself (`banFlow` in the config).",
      functions: ["terminateUserConnections"],
      safety: "review",
      notSafeWhen:
        "Users who are blocked stay out until `unblock` is called: where bans are lifted has to call it. A kick, a ban that ends by itself, and a ban that a caller writes are left to a person.",
      before: `await pusher.terminateUserConnections(userId);
await db.user.update({ where: { id: userId }, data: { banned: true } });`,
      after: `await db.user.update({ where: { id: userId }, data: { banned: true } });
try {
  await block(userId);
  await terminate(userId);
} catch (err) {
  console.error("ban flow failed:", userId, String(err));
  throw err;
}`,
      sources: [TERMINATE_DOCS],
    },
    {
      id: "pusher/auth-endpoint-unguarded",
      contract: "pusher",
      severity: "error",
      summary:
        "An auth endpoint signs without asking whether the user is blocked, in a project that throws users out.",
      inProduction:
        "A banned user whose connections were terminated asks the endpoint again, gets a signature, and is back. One guarded endpoint of the two does not help: a client that never signs in keeps its channels, one that does is let in by the other.",
      handling:
        "Ask in both endpoints, the channel's and the user's, whether the user is blocked, and answer 403 before anything is signed.",
      functions: [],
      safety: "review",
      notSafeWhen:
        "A user who is blocked gets a 403 from now on, and a failure of the question lets nobody in. Where the code does not show which user asks, or which framework calls the handler, it is left to a person.",
      before: `app.post("/pusher/user-auth", async (req, res) => {
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});`,
      after: `app.post("/pusher/user-auth", async (req, res) => {
  if (await isBlocked(req.user.id)) {
    res.status(403).json({ error: "Forbidden" });
    return;
  }
  res.send(pusher.authenticateUser(req.body.socket_id, { id: req.user.id }));
});`,
      sources: [TERMINATE_DOCS, AUTH_DOCS],
    },
  ],
};
