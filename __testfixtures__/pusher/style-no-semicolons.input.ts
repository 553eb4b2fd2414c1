import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL!)

export const seatReleased = async (showId: string, seats: string[]) => {
  const sorted = [...seats].sort()
  await pusher.trigger(`show-${showId}`, 'released', { seats: sorted })
  return sorted.length
}
