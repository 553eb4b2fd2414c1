import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL)

export function openWindow(id) {
  const at = Date.now()
  pusher.trigger('windows', 'open', { id, at })
}
