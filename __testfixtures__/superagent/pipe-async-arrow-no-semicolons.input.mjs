import { createWriteStream } from 'node:fs'
import superagent from 'superagent'

export const grab = async (url, file) => {
  const out = createWriteStream(file)
  superagent.get(url).pipe(out)
  return new Promise((resolve) => out.on('finish', () => resolve(file)))
}
