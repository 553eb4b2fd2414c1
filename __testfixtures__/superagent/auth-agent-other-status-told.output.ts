import superagent from 'superagent';

const agent = superagent.agent();

export async function save(url: string, page: object): Promise<'saved' | 'gone' | 'failed'> {
  try {
    await agent.put(url).send(page);
    return 'saved';
  } catch (err) {
    if ((err as { status?: number }).status === 401 || (err as { status?: number }).status === 403) {
      console.error('agent.put was refused, the session may have expired:', (err as Error).message);
    }
    const status = (err as { status?: number }).status;
    return status === 404 ? 'gone' : 'failed';
  }
}
