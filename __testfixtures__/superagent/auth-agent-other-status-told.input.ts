import superagent from 'superagent';

const agent = superagent.agent();

export async function save(url: string, page: object): Promise<'saved' | 'gone' | 'failed'> {
  try {
    await agent.put(url).send(page);
    return 'saved';
  } catch (err) {
    const status = (err as { status?: number }).status;
    return status === 404 ? 'gone' : 'failed';
  }
}
