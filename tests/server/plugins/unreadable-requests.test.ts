import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type House } from '../../support/house.ts'

let house: House
let port: number
const lines: string[] = []

beforeAll(async () => {
  house = await openHouse({
    logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } }
  })
  port = Number(new URL(await house.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(() => house.close())

function send(bytes: string, hangUp = false): Promise<string> {
  return new Promise(resolve => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(bytes)
      if (hangUp) setTimeout(() => socket.destroy(), 50)
    })
    socket.on('data', chunk => (answer += String(chunk)))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })
}

describe('what is no request', () => {
  it.each([
    ['an unknown method', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['headers of 70 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(70_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST /en HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400
    ]
  ])('is answered in one sentence, with our headers: %s', async (_, bytes, status) => {
    const answer = await send(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain("default-src 'none'")
    expect(answer).not.toContain('{')
  })

  it('leaves no line in the log when somebody hangs up in the middle of sending', async () => {
    await send(
      'POST /en/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nabc',
      true
    )
    expect(lines.filter(line => !line.includes('Server listening'))).toEqual([])
  })
})
