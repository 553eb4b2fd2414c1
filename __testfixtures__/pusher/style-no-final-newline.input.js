import Pusher from 'pusher'
const pusher = Pusher.forURL(process.env.PUSHER_URL)
export const wave = async (name) => {
  await pusher.trigger('waves', 'wave', { name })
}