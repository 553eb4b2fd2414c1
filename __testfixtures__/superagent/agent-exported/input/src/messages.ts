import { agent, base } from './lib/agent';

export async function unread(): Promise<number> {
  const res = await agent.get(`${base}/messages`).query({ state: 'unread' });
  return res.body.length;
}

export async function unreadOrZero(): Promise<number> {
  try {
    const res = await agent.get(`${base}/messages`).query({ state: 'unread' });
    return res.body.length;
  } catch (err) {
    if ((err as { status?: number }).status === 401) console.error('signed out');
    return 0;
  }
}
