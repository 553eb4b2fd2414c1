import { getJson, postJson } from './lib/api';

export async function addNote(text: string): Promise<void> {
  try {
    await postJson('/notes', { text });
  } catch (error) {
    const { status, code, message } = error as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('postJson failed:', { status, code, message });
    throw error;
  }
}

export async function listNotes(): Promise<string[]> {
  try {
    const { body } = await getJson('/notes').query({ limit: 20 });
    return body.map((note: { text: string }) => note.text);
  } catch (error) {
    const { status, code, message } = error as {
      status?: number;
      code?: string;
      message?: string;
    };
    console.error('getJson failed:', { status, code, message });
    throw error;
  }
}

export async function countNotes(): Promise<number> {
  try {
    const { body } = await getJson('/notes/count');
    return body.count;
  } catch (error) {
    console.error('notes not counted');
    return 0;
  }
}
