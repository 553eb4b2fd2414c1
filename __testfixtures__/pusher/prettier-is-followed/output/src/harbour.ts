import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL!)

export async function shipArrived(
  ship: string,
  berth: number,
): Promise<void> {
  try {
    await pusher.trigger('ships', 'arrived', { ship })
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error(
        'pusher.trigger failed:',
        err.status,
        err.message,
      )
    } else {
      console.error(
        'pusher.trigger failed:',
        String(err).split('?')[0],
      )
    }
    throw err
  }
}
