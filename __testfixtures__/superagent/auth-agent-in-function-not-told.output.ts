import superagent from 'superagent';

export async function vote(url: string, cookie: string, choice: string): Promise<boolean> {
  const agent = superagent.agent().set('Cookie', cookie);
  try {
    await agent.post(url).send({ choice });
    return true;
  } catch (error) {
    if ((error as { status?: number }).status === 401 || (error as { status?: number }).status === 403) {
      console.error(
        'agent.post was refused, the session may have expired:',
        (error as Error).message,
      );
    }
    console.error('vote failed', (error as Error).message);
    return false;
  }
}
