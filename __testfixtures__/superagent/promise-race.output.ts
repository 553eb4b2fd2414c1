import superagent from 'superagent';

const after = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined));

export async function fast(url: string): Promise<string | undefined> {
  try {
    const res = await Promise.race([superagent.get(url), after(1000)]);
    return res?.text;
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get or the code around it failed:', { status, code, message });
    throw err;
  }
}
