import { agent, base } from './lib/agent';

export async function login(user: string, password: string): Promise<void> {
  try {
    await agent.post(`${base}/login`).type('form').send({ user, password });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    if (status === 401 || status === 403) {
      console.error(
        'agent.post was refused, the session may have expired:',
        { status, code, message },
      );
    } else {
      console.error('agent.post failed:', { status, code, message });
    }
    throw err;
  }
}
