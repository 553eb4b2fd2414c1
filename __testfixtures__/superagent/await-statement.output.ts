import superagent from 'superagent';

export async function ping(hook: string, text: string): Promise<void> {
  try {
    await superagent.post(hook).send({ text });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.post failed:', { status, code, message });
    throw err;
  }
}
