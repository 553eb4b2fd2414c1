import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function seed(groups: { id: string; members: string[] }[]): Promise<void> {
  try {
    await Promise.all(
      groups.map((group) =>
        Promise.all(group.members.map((member) => pusher.sendToUser(member, 'seeded', { group: group.id }))),
      ),
    );
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.sendToUser failed:', err.status, err.message);
    } else {
      console.error('pusher.sendToUser failed:', String(err).split('?')[0]);
    }
    throw err;
  }
  console.log('seeded', groups.length);
}
