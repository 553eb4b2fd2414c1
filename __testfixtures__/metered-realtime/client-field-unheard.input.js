import { SignallingClient } from '@metered-ca/realtime'

export class Room {
  constructor(apiKey) {
    this.client = new SignallingClient({ apiKey })
  }
}
