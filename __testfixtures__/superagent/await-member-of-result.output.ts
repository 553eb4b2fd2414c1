import superagent from 'superagent';

export async function loadUsers(): Promise<string[]> {
  try {
    return (await superagent.get('/api/users').accept('json')).body;
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
