import superagent from 'superagent';

export async function apply(action: { type: string; id: string }): Promise<void> {
  switch (action.type) {
    case 'follow':
      try {
        await superagent.post(`/users/${action.id}/followers`);
      } catch (err) {
        const { status, code, message } = err as {
          status?: number;
          code?: string;
          message?: string;
        };
        console.error('superagent.post failed:', { status, code, message });
        throw err;
      }
      break;
    case 'unfollow':
      try {
        await superagent.delete(`/users/${action.id}/followers`);
      } catch (err) {
        const { status, code, message } = err as {
          status?: number;
          code?: string;
          message?: string;
        };
        console.error('superagent.delete failed:', { status, code, message });
        throw err;
      }
      break;
    default:
      throw new Error(`unknown action ${action.type}`);
  }
}
