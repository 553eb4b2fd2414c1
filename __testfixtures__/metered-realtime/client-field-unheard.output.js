import { SignallingClient } from '@metered-ca/realtime'

export class Room {
  constructor(apiKey) {
    this.client = new SignallingClient({ apiKey })
    this.client.on('server-error', ({ code, message }) => {
      console.error('metered-realtime refused:', code, message)
    })
    this.client.on('disconnected', ({ code, reason, willReconnect }) => {
      if (!willReconnect) console.error('metered-realtime disconnected:', code, reason)
    })
  }
}
