import superagent from 'superagent';

export async function waitFor(url: string): Promise<string> {
  if ((await superagent.get(url)).body.ready) return 'ready';
  return 'starting';
}
