import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export async function ringAll(rooms: string[]): Promise<void> {
  const promises = rooms.map((room) => pusher.trigger(room, 'ring', {}));
  for (const promise of promises) {
    try {
      await promise;
    } catch (error) {
      console.error('one room was not rung');
    }
  }
}
