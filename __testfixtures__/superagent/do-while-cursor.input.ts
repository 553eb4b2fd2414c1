import superagent from 'superagent';

export async function exportMembers(token: string): Promise<unknown[]> {
  const members: unknown[] = [];
  let cursor: string | undefined;
  do {
    const res = await superagent.get('https://chat.example.com/api/members').query({ token, cursor });
    members.push(...res.body.members);
    cursor = res.body.next_cursor;
  } while (cursor);
  return members;
}
