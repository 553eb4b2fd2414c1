import WebSocket from 'ws'
import { afterClose } from './metered-frames'

export class Link {
  stopped = false

  connect() {
    this.ws = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
    this.ws.on('error', (err) => console.error(err.message))
    this.ws.on('close', (code) => {
      console.log('closed')
      if (!this.stopped) {
        const next = afterClose(code)
        console.error('metered-realtime:', next.why)
        if (!next.stop) setTimeout(() => this.connect(), Math.max(1000, next.waitMs))
      }
    })
  }
}

export function open(isWanted) {
  const ws = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
  ws.on('error', (err) => console.error(err.message))
  ws.on('close', (code) => {
    if (isWanted()) {
      const next = afterClose(code)
      console.error('metered-realtime:', next.why)
      if (!next.stop) setTimeout(() => void open(isWanted), next.waitMs)
    }
  })
}
