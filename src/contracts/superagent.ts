import type { Contract, ContractFunction, Distinction } from "../model/contract.ts";

const GUIDE = { title: "superagent", url: "https://forwardemail.github.io/superagent/" };
const TIMEOUTS = {
  title: "superagent, timeouts",
  url: "https://forwardemail.github.io/superagent/#timeouts",
};
const BODIES = {
  title: "superagent, response body",
  url: "https://forwardemail.github.io/superagent/#response-body",
};
const PIPING = { title: "superagent, piping", url: "https://forwardemail.github.io/superagent/#piping" };
const ERRORS = {
  title: "superagent, error handling",
  url: "https://forwardemail.github.io/superagent/#error-handling",
};
const AGENTS = {
  title: "superagent, agents for global state",
  url: "https://forwardemail.github.io/superagent/#agents-for-global-state",
};

const READS = ["get", "head"];
const WRITES = ["post", "put", "patch", "delete", "del"];
const METHODS = [...READS, ...WRITES];
const AGENT_METHODS = [...METHODS, "request"].map((name) => `agent.${name}`);

function request(name: string): ContractFunction {
  const isAgent = name.startsWith("agent.");
  return {
    name,
    rule: isAgent ? "agent-request-network-error" : "network-error-handling",
    consequence: READS.includes(name.replace("agent.", ""))
      ? "there is no answer to go on with"
      : "nobody knows whether the server did it",
  };
}

/** What a handler should tell, in the order in which the emitted handler asks (shared/facts/superagent.md, section 5). */
const distinctions: readonly Distinction[] = [
  {
    rule: "timeout-error-identifiable",
    methods: ["timeout"],
    functions: /./,
    evidence: /(?<!set|clear)timeout|timed.?out|ECONNABORTED|ETIME/i,
    test: "timeout",
    fields: ["timeout"],
    tellingFields: ["timeout", "code", "errno"],
    message: "timed out",
    what: "a timeout from other failures",
  },
  {
    rule: "max-response-size-exceeded",
    methods: ["maxResponseSize", "buffer", "responseType"],
    functions: /get$/,
    evidence: /ETOOLARGE|too.?large/i,
    test: "code === 'ETOOLARGE'",
    fields: ["code"],
    tellingFields: ["code"],
    message: "was cut off, the response is larger than allowed",
    what: "a response that is too large from other failures",
  },
  {
    rule: "agent-session-auth-failure",
    methods: [],
    functions: /^agent\./,
    evidence: /\b40[13]\b|unauthori[sz]ed|forbidden|\bisAuth|re-?auth|log_?in|session/i,
    test: "status === 401 || status === 403",
    fields: ["status"],
    tellingFields: [],
    message: "was refused, the session may have expired",
    what: "an expired session (401, 403) from other failures",
  },
];

/** The HTTP client, on the server. Facts: shared/facts/superagent.md (measured on 3.7 to 10.4), shared/seeds/superagent.txt. */
export const superagent: Contract = {
  name: "superagent",
  package: "superagent",
  title: "superagent, HTTP client",
  versions: ">=3.7.0",
  types: {
    default: "module",
    SuperAgentStatic: "module",
    SuperAgent: "module",
    SuperAgentRequest: "request",
    Request: "request",
    Response: "response",
    Agent: "agent",
  },
  roles: {
    module: {
      members: { default: "module" },
      methods: { agent: "agent" },
      hasFunctions: true,
      isRequestCall: true,
    },
    agent: { hasFunctions: true, prefix: "agent.", chains: true },
    response: {},
    request: {},
  },
  requests: {
    response: "response",
    callback: "end",
    pipe: "pipe",
    pipeRule: "pipe-errors-not-promise-rejections",
    responsePipeRule: "pipe-cannot-be-mixed-with-promise",
  },
  distinctions,
  declarations: `declare module "superagent" {
  function superagent(url: string): superagent.SuperAgentRequest;
  function superagent(method: string, url: string): superagent.SuperAgentRequest;
  namespace superagent {
    interface Response { status: number; ok: boolean; body: any; text: string; headers: any; [name: string]: any }
    interface SuperAgentRequest extends Promise<Response> {
      end(callback?: (err: any, res: Response) => void): void;
      pipe<T>(stream: T, options?: object): T;
      on(name: string, handler: (value: any) => void): this;
      abort(): void;
      [name: string]: any;
    }
    interface SuperAgentStatic {
      get(url: string): SuperAgentRequest; post(url: string): SuperAgentRequest; put(url: string): SuperAgentRequest;
      patch(url: string): SuperAgentRequest; delete(url: string): SuperAgentRequest; del(url: string): SuperAgentRequest;
      head(url: string): SuperAgentRequest; agent(options?: object): Agent;
    }
    interface Agent {
      get(url: string): SuperAgentRequest; post(url: string): SuperAgentRequest; put(url: string): SuperAgentRequest;
      patch(url: string): SuperAgentRequest; delete(url: string): SuperAgentRequest; del(url: string): SuperAgentRequest;
      head(url: string): SuperAgentRequest;
    }
    function get(url: string): SuperAgentRequest; function post(url: string): SuperAgentRequest;
    function put(url: string): SuperAgentRequest; function patch(url: string): SuperAgentRequest;
    function del(url: string): SuperAgentRequest; function head(url: string): SuperAgentRequest;
    function agent(options?: object): Agent;
  }
  export = superagent;
}`,
  functions: [
    ...[...METHODS, "request", ...AGENT_METHODS].map(request),
    {
      name: "pipe",
      rule: "pipe-errors-not-promise-rejections",
      consequence: "what was written so far passes for the whole",
    },
  ],
  rules: [
    {
      id: "superagent/network-error-handling",
      contract: "superagent",
      severity: "error",
      summary:
        "A request fails (network, DNS, refused or reset connection, timeout, HTTP 4xx or 5xx), and nobody handles it.",
      inProduction:
        "An unhandled rejection ends the Node process; an `.end()` without a look at its error crashes on the missing response, or loses the failure without a word.",
      handling:
        "Catch the rejection, or look at the callback's error first. Log status, code and message; never the error itself, which prints the Authorization header, the query and the body.",
      functions: [...METHODS, "request"],
      notSafeWhen:
        "A failure that was swallowed is logged; a callback that went on without a response now returns first.",
      before: `const res = await superagent.get(url);
render(res.body);`,
      after: `try {
  const res = await superagent.get(url);
  render(res.body);
} catch (err) {
  const { status, code, message } = err;
  console.error("superagent.get failed:", { status, code, message });
  throw err;
}`,
      sources: [GUIDE, ERRORS],
    },
    {
      id: "superagent/timeout-error-identifiable",
      contract: "superagent",
      severity: "warning",
      summary: "A request has a timeout, and its handler does not tell a timeout from other failures.",
      inProduction:
        "A slow server looks like a broken one: a read that could be tried again is given up, and nobody sees which it was.",
      handling:
        "Ask for `err.timeout` (the milliseconds; the code is ECONNABORTED, not ETIME). Do not repeat a POST without a deduplication key.",
      functions: [...METHODS, "request", ...AGENT_METHODS],
      safety: "review",
      notSafeWhen: "The existing handler gets one more branch.",
      before: `await superagent.get(url).timeout(5000).catch((err) => {
  console.error("no profile:", err.message);
});`,
      after: `await superagent.get(url).timeout(5000).catch((err) => {
  if (err.timeout) console.error("superagent.get timed out:", err.message);
  console.error("no profile:", err.message);
});`,
      sources: [TIMEOUTS],
    },
    {
      id: "superagent/max-response-size-exceeded",
      contract: "superagent",
      severity: "error",
      summary: "A buffered download can exceed its size limit, and its handler does not tell that.",
      inProduction:
        "The download is cut at the limit (200 MB where none is set) and looks like a network error.",
      handling: "Ask for `err.code === 'ETOOLARGE'`; stream what may be large.",
      functions: ["get", "agent.get"],
      safety: "review",
      notSafeWhen: "The existing handler gets one more branch.",
      before: `try {
  const res = await superagent.get(url).buffer(true).maxResponseSize(1e6);
  return res.body;
} catch (err) {
  console.error("no archive:", err.message);
}`,
      after: `try {
  const res = await superagent.get(url).buffer(true).maxResponseSize(1e6);
  return res.body;
} catch (err) {
  if (err.code === 'ETOOLARGE') console.error("superagent.get was cut off, the response is larger than allowed:", err.message);
  console.error("no archive:", err.message);
}`,
      sources: [BODIES],
    },
    {
      id: "superagent/pipe-errors-not-promise-rejections",
      contract: "superagent",
      severity: "error",
      summary: "A piped request fails, and its failure is no rejection: nobody sees it.",
      inProduction:
        "An error page is written as if it were the content, a refused connection leaves the destination open for ever, a reset in the middle of the body ends the process.",
      handling:
        "Listen for `error` on the request, on its response and on the destination; check the status; end what is left open.",
      functions: ["pipe"],
      safety: "review",
      notSafeWhen: "Always: an error page no longer passes for content, and a broken transfer is cut off.",
      before: `superagent.get(url).pipe(file);`,
      after: `new Promise((resolve, reject) => {
  const request = superagent.get(url);
  const fail = (err) => {
    reject(err);
    request.abort();
    file.destroy(err);
  };
  request.on("error", fail);
  request.on("response", (res) => {
    res.on("error", fail);
    if (!res.ok) fail(new Error(\`HTTP \${res.status}\`));
  });
  file.on("error", fail);
  file.on("finish", resolve);
  file.on("close", () => fail(new Error("closed early")));
  file.on("end", () => {
    if (!file.writableEnded) fail(new Error("truncated body"));
  });
  request.pipe(file);
}).catch((err) => {
  console.error("superagent.get failed:", err.message);
});`,
      sources: [PIPING],
    },
    {
      id: "superagent/pipe-cannot-be-mixed-with-promise",
      contract: "superagent",
      severity: "error",
      summary: "A request that was already awaited is piped, or its response is.",
      inProduction:
        "From superagent 4 on, `pipe` throws; before, it writes nothing at all. The types accept it.",
      handling: "Pipe the request, not the response, and wait for the destination.",
      functions: ["pipe"],
      safety: "review",
      notSafeWhen: "Always: the transfer works for the first time.",
      before: `const res = await superagent.get(url);
res.pipe(file);`,
      after: `await new Promise((resolve, reject) => {
  const request = superagent.get(url);
  const fail = (err) => {
    reject(err);
    request.abort();
    file.destroy(err);
  };
  request.on("error", fail);
  request.on("response", (res) => {
    res.on("error", fail);
    if (!res.ok) fail(new Error(\`HTTP \${res.status}\`));
  });
  file.on("error", fail);
  file.on("finish", resolve);
  file.on("close", () => fail(new Error("closed early")));
  file.on("end", () => {
    if (!file.writableEnded) fail(new Error("truncated body"));
  });
  request.pipe(file);
});`,
      sources: [PIPING],
    },
    {
      id: "superagent/agent-request-network-error",
      contract: "superagent",
      severity: "error",
      summary: "A request of an agent fails, and nobody handles it.",
      inProduction:
        "An unhandled rejection ends the Node process; an expired session (401, 403) looks like any other failure.",
      handling: "As for a plain request, and tell 401 and 403: the session has to be established anew.",
      functions: AGENT_METHODS,
      notSafeWhen: "A failure that was swallowed is logged.",
      before: `await agent.get(url);`,
      after: `try {
  await agent.get(url);
} catch (err) {
  const { status, code, message } = err;
  if (status === 401 || status === 403) {
    console.error("agent.get was refused, the session may have expired:", { status, code, message });
  } else {
    console.error("agent.get failed:", { status, code, message });
  }
  throw err;
}`,
      sources: [AGENTS, ERRORS],
    },
    {
      id: "superagent/agent-session-auth-failure",
      contract: "superagent",
      severity: "error",
      summary: "An agent's request is refused with 401 or 403, and its handler does not tell that.",
      inProduction: "The agent goes on with an expired cookie; every later request fails as well.",
      handling: "Ask for the status 401 or 403 and sign in again before trying anew.",
      functions: AGENT_METHODS,
      safety: "review",
      notSafeWhen: "The existing handler gets one more branch.",
      before: `try {
  await agent.get(url);
} catch (err) {
  console.error("no profile:", err.message);
}`,
      after: `try {
  await agent.get(url);
} catch (err) {
  if (err.status === 401 || err.status === 403) console.error("agent.get was refused, the session may have expired:", err.message);
  console.error("no profile:", err.message);
}`,
      sources: [AGENTS],
    },
  ],
};
