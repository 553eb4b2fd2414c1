import Pusher from 'pusher';

const pusher = Pusher.forURL(process.env.PUSHER_URL!);

export function toggleHand(userId: string, raised: boolean): void {
  raised
    ? pusher.trigger('classroom', 'hand-raised', { userId })
    : pusher.trigger('classroom', 'hand-lowered', { userId });
}
