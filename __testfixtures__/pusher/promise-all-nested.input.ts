import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function seed(groups: { id: string; members: string[] }[]): Promise<void> {
  await Promise.all(
    groups.map((group) =>
      Promise.all(group.members.map((member) => pusher.sendToUser(member, 'seeded', { group: group.id }))),
    ),
  );
  console.log('seeded', groups.length);
}
