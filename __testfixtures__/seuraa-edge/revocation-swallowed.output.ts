import { Client } from "@seuraa/edge/backend";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function signOut(tokenId: string): Promise<void> {
  edge.auth.revoke(tokenId, { ttlSeconds: 3600 }).catch((err: unknown) => {
    const { message } = err as { message?: string };
    console.error("edge.auth.revoke failed, the token still works:", message);
  });
}
