import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL!)

export const seatReleased = async (showId: string, seats: string[]) => {
  const sorted = [...seats].sort()
  try {
    await pusher.trigger(`show-${showId}`, 'released', { seats: sorted })
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message)
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0])
    }
    throw err
  }
  return sorted.length
}
