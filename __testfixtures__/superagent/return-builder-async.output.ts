import superagent from 'superagent';

export async function login(user: string, password: string) {
  try {
    return await superagent.post('/session').send({ user, password });
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
