import superagent from 'superagent';

export async function apply(action: { type: string; id: string }): Promise<void> {
  switch (action.type) {
    case 'follow':
      await superagent.post(`/users/${action.id}/followers`);
      break;
    case 'unfollow':
      await superagent.delete(`/users/${action.id}/followers`);
      break;
    default:
      throw new Error(`unknown action ${action.type}`);
  }
}
