const BASE = "https://rms.metered.ca/v1";

export async function mint(key: string): Promise<string> {
  const res = await fetch(`${BASE}/tokens`, { method: "POST", headers: { Authorization: `Bearer ${key}` } });
  if (!res.ok) throw new Error(`metered-realtime answered ${res.status}`);
  const { token } = (await res.json()) as { token: string };
  return token;
}
