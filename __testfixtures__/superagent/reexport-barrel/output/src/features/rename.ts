import { http } from '@/lib';

export async function rename(id: string, name: string): Promise<void> {
  try {
    await http.patch(`/api/folders/${id}`).send({ name });
  } catch (err) {
    const { status, code, message } = err as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('superagent.patch failed:', { status, code, message });
    throw err;
  }
}
