import superagent from 'superagent';

export async function vote(url: string, cookie: string, choice: string): Promise<boolean> {
  const agent = superagent.agent().set('Cookie', cookie);
  try {
    await agent.post(url).send({ choice });
    return true;
  } catch (error) {
    const failure = error as { status?: number; message?: string };
    if (failure.status === 401 || failure.status === 403) {
      console.error('agent.post was refused, the session may have expired:', failure.message);
    }
    console.error('vote failed', (error as Error).message);
    return false;
  }
}
