import superagent from 'superagent';

export async function exportMembers(token: string): Promise<unknown[]> {
  const members: unknown[] = [];
  let cursor: string | undefined;
  do {
    try {
      const res = await superagent.get('https://chat.example.com/api/members').query({ token, cursor });
      members.push(...res.body.members);
      cursor = res.body.next_cursor;
    } catch (err) {
      const { status, code, message } = err as { status?: number; code?: string; message?: string };
      console.error('superagent.get or the code around it failed:', { status, code, message });
      throw err;
    }
  } while (cursor);
  return members;
}
