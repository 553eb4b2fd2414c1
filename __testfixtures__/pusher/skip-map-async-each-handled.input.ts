import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function tell(ids: string[]): Promise<void> {
  await Promise.all(
    ids.map(async (id) => {
      try {
        await pusher.sendToUser(id, 'told', {});
      } catch (error) {
        console.error('not told', id);
      }
    }),
  );
}
