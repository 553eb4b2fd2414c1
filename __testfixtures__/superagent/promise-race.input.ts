import superagent from 'superagent';

const after = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined));

export async function fast(url: string): Promise<string | undefined> {
  const res = await Promise.race([superagent.get(url), after(1000)]);
  return res?.text;
}
