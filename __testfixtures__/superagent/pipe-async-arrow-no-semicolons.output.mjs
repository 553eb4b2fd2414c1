import { createWriteStream } from 'node:fs'
import superagent from 'superagent'

export const grab = async (url, file) => {
  const out = createWriteStream(file)
  new Promise((resolve, reject) => {
    const request = superagent.get(url)
    const fail = (err) => {
      reject(err)
      request.abort()
      out.destroy(err)
    }
    request.on('error', fail)
    request.on('response', (res) => {
      res.on('error', fail)
      if (!res.ok) fail(new Error(`HTTP ${res.status}`))
    })
    out.on('error', fail)
    out.on('finish', resolve)
    out.on('close', () => fail(new Error('closed early')))
    out.on('end', () => {
      if (!out.writableEnded) fail(new Error('truncated body'))
    })
    request.pipe(out)
  }).catch((err) => {
    console.error('superagent.get failed:', err.message)
  })
  return new Promise((resolve) => out.on('finish', () => resolve(file)))
}
