import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL)

export function stamp(letter) {
  const seal = letter.seal
  ;(async () => {
    await pusher.trigger('post-office', 'stamped', { seal })
  })().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message)
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0])
    }
  })
  return seal
}
