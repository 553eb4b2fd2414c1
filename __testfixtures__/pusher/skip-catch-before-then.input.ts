import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function ring(room: string, done: () => void): void {
  pusher
    .trigger(`room-${room}`, 'ring', {})
    .catch((error: Error) => console.warn('ring lost', error.name))
    .then(() => done());
}
