import superagent from 'superagent';

const agent = superagent.agent();

export async function save(url: string, page: object): Promise<'saved' | 'gone' | 'failed'> {
  try {
    await agent.put(url).send(page);
    return 'saved';
  } catch (err) {
    const failure = err as { status?: number; message?: string };
    if (failure.status === 401 || failure.status === 403) {
      console.error('agent.put was refused, the session may have expired:', failure.message);
    }
    const status = (err as { status?: number }).status;
    return status === 404 ? 'gone' : 'failed';
  }
}
