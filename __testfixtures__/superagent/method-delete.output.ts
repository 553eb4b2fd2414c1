import superagent from 'superagent';

export async function removeKey(id: number): Promise<void> {
  try {
    await superagent.delete(`/api/keys/${id}`).set('X-Requested-With', 'fetch');
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.delete failed:', { status, code, message });
    throw err;
  }
}
