import Pusher from 'pusher'
const pusher = Pusher.forURL(process.env.PUSHER_URL)
export const wave = async (name) => {
  try {
    await pusher.trigger('waves', 'wave', { name })
  } catch (err) {
    if (err instanceof Pusher.RequestError) {
      console.error('pusher.trigger failed:', err.status, err.message)
    } else {
      console.error('pusher.trigger failed:', String(err).split('?')[0])
    }
    throw err
  }
}