import superagent from 'superagent';

export async function lookUp(url: string) {
  try {
    return await superagent.get(url).set('Accept', 'application/json');
  } catch (error) {
    console.error('look-up failed', (error as Error).message);
    return undefined;
  }
}
