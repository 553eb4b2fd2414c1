// Metered Realtime over a raw WebSocket: what a refusal, a close and a lost answer mean.

/** A frame that was refused, lost, or never left. */
export class FrameError extends Error {
  constructor(code, text) {
    super(`${code}: ${text}`)
    this.name = 'FrameError'
    this.code = code
  }
}

/** The class of an error code. A code that is newer than this table is never repeated. */
export function retryClass(code) {
  switch (code) {
    case 'channel_not_authorized':
    case 'action_not_permitted':
      return 'config'
    case 'channel_limit_exceeded':
      return 'state'
    case 'peer_not_found':
      return 'maybe'
    case 'over_message_quota':
      return 'quota'
    case 'backend_error':
    case 'internal_error':
      return 'backoff'
    default:
      return 'never'
  }
}

/** Says what an error frame refuses; null for every other frame. */
export function refusalOf(frame) {
  const { type, code = 'unknown', requestId = 'a frame' } = frame ?? {}
  return type === 'error' ? `${code} (${retryClass(code)}) for ${requestId}` : null
}

/** Whether the data of a message is the `welcome` frame: only then the server has accepted the key. */
export function isWelcome(data) {
  try {
    return JSON.parse(String(data))?.type === 'welcome'
  } catch {
    return false
  }
}

let notBefore = 0
let closes = 0
let lastClose = 0
let gapMs = 0

/** Remembers how long the server asks to stay away. */
export function noteGoingAway(frame) {
  const { type, retryAfterMs = 0 } = frame ?? {}
  if (type === 'going_away') notBefore = Date.now() + retryAfterMs
}

/**
 * What to do after a close: stop, or come back after a while; `why` says which, and what has to change.
 * `remint`: the token expired, so that coming back needs a new one.
 */
export function afterClose(code) {
  closes = Date.now() - lastClose > 60_000 ? 0 : closes + 1
  lastClose = Date.now()
  const waitMs = Math.max(backoffMs(closes), notBefore - Date.now())
  switch (code) {
    case 1000:
      return { stop: true, why: 'closed on purpose', waitMs }
    case 1008:
      return { stop: true, why: 'policy violated (1008)', waitMs }
    case 4001:
      return { stop: true, why: 'key or token refused (4001)', waitMs }
    case 4003:
      return { stop: true, why: "channel outside of the key's patterns (4003)", waitMs }
    case 4012:
      return { stop: true, why: 'account suspended (4012)', waitMs }
    case 4020:
      return { stop: true, why: 'disconnected by the backend (4020)', waitMs }
    case 4002:
      return { stop: false, why: 'token expired, mint a new one (4002)', waitMs, remint: true }
    case 4010:
      return { stop: false, why: 'plan is full (4010)', waitMs: Math.max(30_000, waitMs) }
    case 4011:
      // From now on frames leave one by one: fifty a second, and half as many after each further such close.
      gapMs = Math.min(1_000, gapMs * 2 || 20)
      return { stop: false, why: 'too many frames (4011)', waitMs: Math.max(5_000, waitMs) }
    case 1005:
      return { stop: false, why: 'closed without a code', waitMs }
    default:
      return { stop: false, why: `connection lost (${code})`, waitMs }
  }
}

/** Half a second, doubled with each try up to half a minute, and spread. */
function backoffMs(tries) {
  return Math.min(30_000, 500 * 2 ** tries) * (0.8 + Math.random() * 0.4)
}

const pending = new WeakMap()
let sequence = 0

/** What waits for an answer: settled by the server, by the close, or by its time limit. */
function pendingOf(socket) {
  const known = pending.get(socket)
  if (known) return known
  const open = new Map()
  pending.set(socket, open)
  socket.addEventListener('message', ({ data }) => {
    let frame
    try {
      frame = JSON.parse(String(data))
    } catch {
      return
    }
    const settle = open.get(frame?.requestId ?? '')
    if (frame?.type === 'ack') settle?.()
    const { code = 'unknown', message = 'refused' } = frame ?? {}
    if (frame?.type === 'error') settle?.(new FrameError(code, message))
  })
  socket.addEventListener('close', ({ code }) => {
    for (const settle of [...open.values()]) settle(new FrameError('closed', `socket closed (${code})`))
  })
  return open
}

/**
 * Sends a frame, and resolves once the server accepted it. Rejects with a FrameError where it is
 * refused, the socket closes, or no answer comes in time. Only transient refusals are sent again,
 * twice at most.
 */
export async function sendFrame(socket, frame, waitMs = 15_000) {
  for (let tries = 0; ; tries++) {
    try {
      if (gapMs > 0) await turn()
      return await sendOnce(socket, frame, waitMs)
    } catch (err) {
      if (!(err instanceof FrameError) || retryClass(err.code) !== 'backoff' || tries >= 2) throw err
      await new Promise((resolve) => setTimeout(resolve, backoffMs(tries)))
    }
  }
}

let nextTurn = 0

/** Waits until the next frame may leave. */
function turn() {
  const now = Date.now()
  nextTurn = Math.max(now, nextTurn + gapMs)
  return new Promise((resolve) => setTimeout(resolve, nextTurn - now))
}

let resends = 0
let lastResend = 0

/** Sends a refused frame again, after a growing wait, where its code is transient: three times in a row at most. */
export function resendTransient(socket, refusal, data) {
  const { code = 'unknown' } = refusal ?? {}
  resends = Date.now() - lastResend > 60_000 ? 0 : resends + 1
  lastResend = Date.now()
  if (retryClass(code) !== 'backoff' || resends >= 3) return
  setTimeout(() => {
    if (socket.readyState === 1) socket.send(data)
  }, backoffMs(resends))
}

function sendOnce(socket, frame, waitMs) {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== 1) {
      reject(new FrameError('not_open', 'the socket is not open'))
      return
    }
    const open = pendingOf(socket)
    const requestId = `frame-${++sequence}`
    const settle = (failure) => {
      clearTimeout(timer)
      open.delete(requestId)
      if (failure) reject(failure)
      else resolve(undefined)
    }
    const timer = setTimeout(() => settle(new FrameError('no_answer', `no answer to ${requestId}`)), waitMs)
    open.set(requestId, settle)
    socket.send(JSON.stringify({ ...frame, requestId }))
  })
}
