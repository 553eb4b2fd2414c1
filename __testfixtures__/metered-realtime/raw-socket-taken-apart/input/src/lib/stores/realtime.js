import { writable } from 'svelte/store'
import { PUBLIC_KEY } from '$env/static/public'

export const messages = writable([])
export const connected = writable(false)

let socket

export function connect() {
  socket = new WebSocket(`wss://rms.metered.ca/v1?key=${PUBLIC_KEY}`)
  socket.addEventListener('open', () => connected.set(true))
  socket.addEventListener('message', ({ data }) => {
    const { type, ...rest } = JSON.parse(data)
    if (type === 'welcome') subscribe('general')
    if (type === 'message') messages.update((all) => [...all, rest.data])
  })
  socket.addEventListener('close', () => {
    connected.set(false)
    setTimeout(connect, 3000)
  })
}

const subscribe = (channel) => socket.send(JSON.stringify({ type: 'subscribe', channel }))
export const publish = (channel, data) => socket.send(JSON.stringify({ type: 'publish', channel, data }))
