import superagent from 'superagent';

export async function waitFor(url: string): Promise<string> {
  if ((await superagent.get(url).catch((err: unknown) => {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  })).body.ready) return 'ready';
  return 'starting';
}
