import { Client } from "@seuraa/edge/backend";
import { edgeHttpStatus } from "./seuraa-errors";

const edge = new Client({ appKey: "k", appSecret: "s" });

export async function signOut(tokenId: string): Promise<void> {
  edge.auth.revoke(tokenId, { ttlSeconds: 3600 }).catch((err: unknown) => {
    console.error(
      "edge.auth.revoke failed, the token still works:",
      edgeHttpStatus(err) ?? String(err),
    );
  });
}
