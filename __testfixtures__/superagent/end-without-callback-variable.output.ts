import superagent from 'superagent';

export function markRead(id: string, at?: Date): void {
  const req = superagent.put(`/api/messages/${id}/read`);
  if (at) req.send({ at: at.toISOString() });
  req.end((err: unknown) => {
    if (err) {
      const { status, code, message } = err as {
        status?: number;
        code?: string;
        message?: string;
      };
      console.error('superagent.put failed:', { status, code, message });
    }
  });
}
