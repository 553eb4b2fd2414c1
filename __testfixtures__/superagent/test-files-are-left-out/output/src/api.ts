import superagent from 'superagent';

export async function setName(id: string, name: string): Promise<void> {
  try {
    await superagent.put(`/api/users/${id}`).send({ name });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.put failed:', { status, code, message });
    throw err;
  }
}
