import { getJson, postJson } from './lib/api';

export async function addNote(text: string): Promise<void> {
  await postJson('/notes', { text });
}

export async function listNotes(): Promise<string[]> {
  const { body } = await getJson('/notes').query({ limit: 20 });
  return body.map((note: { text: string }) => note.text);
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
