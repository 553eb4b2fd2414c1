import superagent from 'superagent';

export async function vote(url: string, cookie: string, choice: string): Promise<boolean> {
  const agent = superagent.agent().set('Cookie', cookie);
  try {
    await agent.post(url).send({ choice });
    return true;
  } catch (error) {
    console.error('vote failed', (error as Error).message);
    return false;
  }
}
