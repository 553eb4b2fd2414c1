export async function peersIn(channel: string): Promise<unknown> {
  const res = await fetch(`https://rms.metered.ca/v1/channels/${channel}/peers`);
  if (!res.ok) throw new Error(`peers: ${res.status}`);
  return res.json();
}
