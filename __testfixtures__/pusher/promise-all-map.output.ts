import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function tellMembers(memberIds: string[], text: string): Promise<number> {
  try {
    await Promise.all(memberIds.map((id) => pusher.sendToUser(id, 'announcement', { text })));
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  return memberIds.length;
}
