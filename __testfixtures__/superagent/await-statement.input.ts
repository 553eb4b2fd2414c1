import superagent from 'superagent';

export async function ping(hook: string, text: string): Promise<void> {
  await superagent.post(hook).send({ text });
}
