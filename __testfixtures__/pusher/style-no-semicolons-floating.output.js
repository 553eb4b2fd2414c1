import Pusher from 'pusher'

const pusher = Pusher.forURL(process.env.PUSHER_URL)

export function openWindow(id) {
  const at = Date.now()
  ;(async () => pusher.trigger('windows', 'open', { id, at }))().catch((err) => {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message)
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0])
    }
  })
}
