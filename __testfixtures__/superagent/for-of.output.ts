import superagent from 'superagent';

export async function cleanUp(api: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    try {
      await superagent.delete(`${api}/artifacts/${id}`);
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.delete failed:', { status, code, message });
      throw err;
    }
  }
}
