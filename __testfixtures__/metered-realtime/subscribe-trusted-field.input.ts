import { SignallingClient } from '@metered-ca/realtime'

export class Board {
  private client!: SignallingClient
  private readonly channel = 'board'

  async open(apiKey: string, room: string): Promise<void> {
    this.client = new SignallingClient({ apiKey })
    this.client.on('server-error', console.error)
    this.client.on('disconnected', console.error)
    try {
      await this.client.connect()
      await this.client.subscribe(this.channel, { includeSenderMetadata: true })
      await this.client.subscribe(`room-${room}`)
    } catch (e) {
      console.error(e)
      throw e
    }
  }
}
