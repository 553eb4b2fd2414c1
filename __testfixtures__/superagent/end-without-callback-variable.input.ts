import superagent from 'superagent';

export function markRead(id: string, at?: Date): void {
  const req = superagent.put(`/api/messages/${id}/read`);
  if (at) req.send({ at: at.toISOString() });
  req.end();
}
