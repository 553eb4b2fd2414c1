export async function usage(key: string): Promise<unknown> {
  const res = await fetch("https://rms.metered.ca/v1/usage", { headers: { Authorization: key } });
  if (!res.ok) throw new Error(`usage: ${res.status}`);
  return res.json();
}
