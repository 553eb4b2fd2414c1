import superagent from 'superagent';

async function load(url: string): Promise<object> {
  const { body } = await superagent.get(url).timeout(2000);
  return body;
}

export async function show(url: string): Promise<void> {
  try {
    console.log(await load(url));
  } catch (err) {
    console.error('not shown:', (err as Error).message);
  }
}
