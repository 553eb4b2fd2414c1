export async function fetchToken(): Promise<string> {
  const res = await fetch("/api/token");
  if (!res.ok) throw new Error(`no token: ${res.status}`);
  return res.text();
}
