import { MeteredPeer } from "@metered-ca/realtime";

async function checked(res: Response): Promise<{ token: string }> {
  if (!res.ok) throw new Error(`${res.status}`);
  return (await res.json()) as { token: string };
}

export const peer = new MeteredPeer({
  tokenProvider: () =>
    fetch("/api/rt-token")
      .then(checked)
      .then(({ token }) => token),
});
peer.on("error", console.error);
peer.on("left", console.error);

export const other = new MeteredPeer({
  tokenProvider: async () => {
    const res = await fetch("/api/rt-token");
    if (res.status !== 200) throw new Error("no token");
    return ((await res.json()) as { token: string }).token;
  },
});
other.on("error", console.error);
other.on("left", console.error);
