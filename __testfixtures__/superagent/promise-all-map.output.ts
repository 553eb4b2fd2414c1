import superagent from 'superagent';

export async function loadAll(ids: string[]): Promise<object[]> {
  try {
    const responses = await Promise.all(ids.map((id) => superagent.get(`/api/items/${id}`)));
    return responses.map((response) => response.body);
  } catch (err) {
    const { status, code, message } = err as { status?: number; code?: string; message?: string };
    console.error('superagent.get failed:', { status, code, message });
    throw err;
  }
}
