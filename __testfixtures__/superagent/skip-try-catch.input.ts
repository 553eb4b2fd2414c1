import superagent from 'superagent';

export async function load(url: string): Promise<object | undefined> {
  try {
    const { body } = await superagent.get(url).set('Accept', 'application/json');
    return body;
  } catch (err) {
    console.error('not loaded:', (err as Error).message);
    return undefined;
  }
}
