import { writable } from 'svelte/store'
import { PUBLIC_KEY } from '$env/static/public'
import { afterClose, noteGoingAway, refusalOf, sendFrame } from '../metered-frames.js'

export const messages = writable([])
export const connected = writable(false)

let socket

export function connect() {
  socket = new WebSocket(`wss://rms.metered.ca/v1?key=${PUBLIC_KEY}`)
  socket.addEventListener('open', () => connected.set(true))
  socket.addEventListener('message', ({ data }) => {
    let frame
    try {
      frame = JSON.parse(data)
    } catch (err) {
      console.error('metered-realtime sent an unreadable frame:', String(err))
      return
    }
    const { type, ...rest } = frame
    const refusal = refusalOf(frame)
    if (refusal) console.error('metered-realtime refused:', refusal)
    noteGoingAway(frame)
    if (type === 'welcome') subscribe('general')
    if (type === 'message') messages.update((all) => [...all, rest.data])
  })
  socket.addEventListener('close', (event) => {
    connected.set(false)
    const next = afterClose(event.code)
    console.error('metered-realtime:', next.why)
    if (!next.stop) setTimeout(connect, Math.max(3000, next.waitMs))
  })
}

const subscribe = (channel) => {
  sendFrame(socket, { type: 'subscribe', channel }).catch((err) => {
    console.error('subscribe failed:', String(err))
  })
}
export const publish = (channel, data) => {
  sendFrame(socket, { type: 'publish', channel, data }).catch((err) => {
    console.error('publish failed:', String(err))
  })
}
