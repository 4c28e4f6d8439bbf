import type { Socket } from 'node:net'

/**
 * Answers what is no HTTP that can be read: too long, cut off, contradictory. Such a request never reaches a route, a
 * hook or a log; one plain sentence is all there is to say.
 */
export function unreadableRequests(headers: Readonly<Record<string, string>>) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const [status, sentence] = statusFor(error.code)
    const body = `${sentence}\n`
    const lines = Object.entries({
      ...headers,
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close'
    }).map(([name, value]) => `${name}: ${value}`)
    socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  }
}

function statusFor(code: string | undefined): readonly [status: string, sentence: string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [
        '431 Request Header Fields Too Large',
        'This request is too large. Please go back and try again.'
      ]
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', 'This took too long to arrive. Please go back and try again.']
    default:
      return ['400 Bad Request', 'This request could not be read. Please go back and try again.']
  }
}
