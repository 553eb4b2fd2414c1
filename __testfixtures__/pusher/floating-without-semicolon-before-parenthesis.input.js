import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL)

export function stamp(letter) {
  const seal = letter.seal
  pusher.trigger('post-office', 'stamped', { seal })
  return seal
}
