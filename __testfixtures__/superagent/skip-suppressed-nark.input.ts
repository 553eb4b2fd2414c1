import superagent from 'superagent';

export async function fire(url: string): Promise<void> {
  // nark-ignore: network-error-handling
  await superagent.post(url);
}
