import type { Contract, ContractFunction } from "../model/contract.ts";
import { patternRules } from "./patternRule.ts";
import { restRules } from "./metered/restRules.ts";
import { sdkRules } from "./metered/sdkRules.ts";
import { socketRules } from "./metered/socketRules.ts";

const DOCS = "https://www.metered.ca/docs/realtime-messaging";
const CODES = { title: "Metered Realtime, error codes", url: `${DOCS}/protocol/error-codes` };
const CLOSES = { title: "Metered Realtime, close codes", url: `${DOCS}/protocol/close-codes` };
const SDK = {
  title: "Metered Realtime, SDK errors and codes",
  url: `${DOCS}/sdk-javascript/api-reference/errors-and-codes`,
};
const REST = { title: "Metered Realtime, REST API", url: `${DOCS}/rest-api/overview` };

function calls(
  prefix: string,
  consequences: Readonly<Record<string, string>>,
  awaitedRule = "unguarded-await",
): readonly ContractFunction[] {
  return Object.entries(consequences).map(([name, consequence]) => ({
    name: `${prefix}.${name}`,
    rule: "floating-promise",
    awaitedRule,
    consequence,
  }));
}

const TYPES = {
  SignallingClient: "client",
  MeteredPeer: "peer",
  RemotePeer: "remote",
  DataChannel: "dataChannel",
} as const;

/** Metered's messaging service: raw WebSocket, SDK and REST. Facts: shared/facts/metered-realtime.md (1.2.0, measured). */
export const meteredRealtime: Contract = {
  name: "metered-realtime",
  package: "@metered-ca/realtime",
  title: "Metered Realtime Messaging",
  versions: ">=1.0.0 <2.0.0",
  types: TYPES,
  entries: { "@metered-ca/peer": { role: "module", types: TYPES } },
  sockets: { host: "rms.metered.ca", role: "socket" },
  runsInBrowser: true,
  neverThrows: true,
  errorFields: ["name", "message"],
  roles: {
    module: {
      members: {
        default: "module",
        SignallingClient: "clientClass",
        MeteredPeer: "peerClass",
        DataChannel: "dataChannelClass",
      },
    },
    clientClass: { constructs: "client" },
    peerClass: { constructs: "peer" },
    dataChannelClass: { constructs: "dataChannel" },
    client: { isInstance: true, hasFunctions: true, prefix: "client." },
    peer: { isInstance: true, hasFunctions: true, prefix: "peer." },
    remote: { hasFunctions: true, prefix: "remote.", methods: { createDataChannel: "dataChannel" } },
    dataChannel: { hasFunctions: true, prefix: "dataChannel." },
    socket: { isInstance: true },
  },
  declarations: `declare module "@metered-ca/realtime" {
  class SignallingClient {
    constructor(options: object);
    connect(): Promise<void>; close(): Promise<void>;
    subscribe(channel: string, options?: object): Promise<void>; unsubscribe(channel: string): Promise<void>;
    publish(channel: string, data: unknown): Promise<void>; send(peerId: string, data: unknown): Promise<void>;
    on(name: string, listener: (event: any) => void): any;
  }
  class MeteredPeer {
    constructor(options: object);
    join(channel: string, options?: object): Promise<void>; close(): Promise<void>;
    send(data: unknown): Promise<void>; sendTo(peerId: string, data: unknown): Promise<void>;
    replaceTrack(before: unknown, after: unknown): Promise<void>;
    on(name: string, listener: (event: any) => void): any;
    [name: string]: any;
  }
  class RemotePeer { send(data: unknown): Promise<void>; createDataChannel(label: string, options?: object): DataChannel; [name: string]: any }
  class DataChannel { send(data: unknown): Promise<void>; [name: string]: any }
}`,
  functions: [
    ...calls("client", {
      connect: "there is no connection, and nothing will arrive",
      subscribe: "no message of the channel will arrive",
      unsubscribe: "messages of the channel go on arriving",
      publish: "the message is not delivered",
      send: "the peer does not get the message",
    }),
    ...calls("peer", {
      join: "the user is not in the room",
      send: "the message is not delivered",
      sendTo: "the peer does not get the message",
    }),
    ...calls(
      "peer",
      { replaceTrack: "some peers may still have the old track" },
      "partial-track-replacement",
    ).map((fn) => ({ ...fn, logNote: ", some peers may have the old track" })),
    ...calls("remote", { send: "the peer does not get the message" }),
    ...calls("dataChannel", { send: "the rest of the data does not arrive" }),
  ],
  rules: [
    ...patternRules("metered-realtime", [CODES, CLOSES], socketRules),
    ...patternRules("metered-realtime", [SDK, CODES], sdkRules),
    ...patternRules("metered-realtime", [REST], restRules),
  ],
};
