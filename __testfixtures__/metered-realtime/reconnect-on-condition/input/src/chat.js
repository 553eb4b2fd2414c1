import WebSocket from 'ws'

export class Link {
  stopped = false

  connect() {
    this.ws = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
    this.ws.on('error', (err) => console.error(err.message))
    this.ws.on('close', () => {
      console.log('closed')
      if (!this.stopped) setTimeout(() => this.connect(), 1000)
    })
  }
}

export function open(isWanted) {
  const ws = new WebSocket('wss://rms.metered.ca/v1?key=pk_live_x')
  ws.on('error', (err) => console.error(err.message))
  ws.on('close', () => {
    if (isWanted()) {
      void open(isWanted)
    }
  })
}
