import superagent from 'superagent';

export async function probe(url: string): Promise<'up' | 'slow' | 'down'> {
  try {
    await superagent.get(url).timeout({ response: 2000, deadline: 5000 });
    return 'up';
  } catch (err) {
    return (err as { timeout?: number }).timeout ? 'slow' : 'down';
  }
}
