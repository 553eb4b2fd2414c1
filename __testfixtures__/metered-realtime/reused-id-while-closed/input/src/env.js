const base = import.meta.env.VITE_RT_URL ?? 'wss://rms.metered.ca/v1'
export function wsUrl ({ token }) {
  const u = new URL(base)
  u.searchParams.set('token', token)
  return u.toString()
}
