import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function lightsOut(rooms: string[]): void {
  Promise.all(rooms.map((room) => pusher.trigger(`lights-${room}`, 'off', {})));
}
