const BASE = "https://rms.metered.ca/v1";

export async function mint(headers: HeadersInit): Promise<string> {
  const { token } = (await (await fetch(`${BASE}/tokens`, { method: "POST", headers })).json()) as { token: string };
  return token;
}

export function usage(headers: HeadersInit): Promise<unknown> {
  return fetch(`${BASE}/usage`, { headers }).then((r) => r.json());
}

export function peers(channel: string, headers: HeadersInit): Promise<unknown[]> {
  return fetch(`${BASE}/channels/${encodeURIComponent(channel)}/peers`, { headers })
    .then((answer) => {
      console.log("answered");
      return answer.json();
    })
    .then((body: { peers: unknown[] }) => body.peers);
}

async function look(r: Response): Promise<unknown> {
  if (!r.ok) throw new Error(`${r.status}`);
  return r.json();
}

export const lookAt = (headers: HeadersInit): Promise<unknown> => fetch(`${BASE}/usage`, { headers }).then(look);

export async function kick(id: string, headers: HeadersInit): Promise<boolean> {
  const res = await fetch(`${BASE}/peers/${encodeURIComponent(id)}`, { method: "DELETE", headers });
  if (!res.ok) throw new Error(`${res.status}`);
  const body = (await res.json()) as { closed: number };
  if (!body.closed) throw new Error("nobody was kicked");
  return true;
}

export async function kickQuietly(id: string, headers: HeadersInit): Promise<void> {
  const res = await fetch(`${BASE}/peers/${encodeURIComponent(id)}`, { method: "DELETE", headers });
  if (!res.ok) throw new Error(`${res.status}`);
  const body = (await res.json()) as { closed: number };
  if (body.closed === 0) console.log("was not online");
}
