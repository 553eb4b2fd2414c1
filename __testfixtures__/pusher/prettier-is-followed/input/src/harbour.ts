import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL!)

export async function shipArrived(
  ship: string,
  berth: number,
): Promise<void> {
  await pusher.trigger('ships', 'arrived', { ship })
}
