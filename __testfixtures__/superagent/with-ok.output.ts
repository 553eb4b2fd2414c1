import superagent from 'superagent';

export async function exists(url: string): Promise<boolean> {
  try {
    const res = await superagent.head(url).ok((reply) => reply.status < 500);
    return res.status !== 404;
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.head failed:', { status, code, message });
    throw err;
  }
}
