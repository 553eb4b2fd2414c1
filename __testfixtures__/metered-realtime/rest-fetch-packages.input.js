import crossFetch from "cross-fetch";
import nodeFetch from "node-fetch";
import { fetch as undiciFetch } from "undici";
import { fetch as ownFetch } from "./http.js";

const BASE = "https://rms.metered.ca/v1";

export async function usage(headers) {
  const res = await undiciFetch(`${BASE}/usage`, { headers });
  return { usage: await parse(res.body), body: (await res.json()).used };
}

export async function peers(channel, headers) {
  const res = await nodeFetch(`${BASE}/channels/${channel}/peers`, { headers });
  const { peers } = await res.json();
  return peers;
}

export const mint = (headers) =>
  crossFetch(`${BASE}/tokens`, { method: "POST", headers }).then((res) => res.json());

export async function own() {
  const res = await ownFetch(`${BASE}/usage`);
  return (await res.json()).used;
}

async function parse(body) {
  return body;
}
