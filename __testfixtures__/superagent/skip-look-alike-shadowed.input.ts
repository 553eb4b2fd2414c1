import superagent from 'superagent';

interface Client {
  get(url: string): Promise<{ text: string }>;
}

export type Reply = superagent.Response;

export async function read(superagent: Client, url: string): Promise<string> {
  const { text } = await superagent.get(url);
  return text;
}
