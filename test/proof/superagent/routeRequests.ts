import http from "node:http";
import https from "node:https";

type Callback = (response: http.IncomingMessage) => void;
type Request = (options: http.RequestOptions, callback?: Callback) => http.ClientRequest;

/** Where requests go instead of where their URL says. */
interface Target {
  readonly port: number;
  readonly fault: string;
}

/** Node's own, for the client of a request handler. */
export const requestDirectly = http.request;

/** Nothing listens there. */
const refusedPort = 1;

/**
 * Sends every request of superagent to the fault server, whatever its URL names, by plain HTTP. The library itself
 * stays as it is: in all versions it looks up `http.request` or `https.request` when it sends.
 */
export function routeRequests(
  server: Target,
  onRequest: (request: http.ClientRequest) => void = () => undefined,
): void {
  const route: Request = (options, callback) => {
    const isRefused = server.fault === "refused" || (options.hostname ?? options.host) === "refused.test";
    const routed: http.RequestOptions = {
      ...options,
      protocol: "http:",
      hostname: "127.0.0.1",
      host: "127.0.0.1",
      port: isRefused ? refusedPort : server.port,
      agent: http.globalAgent,
    };
    // superagent asked for a body and gets none: the same at this level as a HEAD of its own
    if (server.fault === "head") routed.method = "HEAD";
    const request = requestDirectly(routed, callback);
    onRequest(request);
    return request;
  };
  Object.assign(http, { request: route });
  Object.assign(https, { request: route });
}
