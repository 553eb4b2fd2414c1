import { agent, base } from './lib/agent';

export async function unread(): Promise<number> {
  try {
    const res = await agent.get(`${base}/messages`).query({ state: 'unread' });
    return res.body.length;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    if (status === 401 || status === 403) {
      console.error(
        'agent.get was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error('agent.get failed:', { status, code, message });
    }
    throw err;
  }
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
