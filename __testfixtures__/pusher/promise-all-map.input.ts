import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function tellMembers(memberIds: string[], text: string): Promise<number> {
  await Promise.all(memberIds.map((id) => pusher.sendToUser(id, 'announcement', { text })));
  return memberIds.length;
}
