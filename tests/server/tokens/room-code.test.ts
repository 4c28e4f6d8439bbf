import { randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeLengths, readCode } from '#surveys'
import { roomCode, roomCodes, roomWindowAt, roomWindowEnds } from '../../../server/tokens/room-code.ts'

const pepper = randomBytes(32)
const room = randomUUID()
const now = new Date('2026-03-10T12:00:30Z')
const window = roomWindowAt(now)

describe('the code on the screen of a room', () => {
  it('can be typed, with a character that checks it', () => {
    expect(readCode(roomCode(pepper, room, window), codeLengths.room).ok).toBe(true)
  })

  it('is another one every minute, in every room, and under every pepper', () => {
    expect(roomWindowEnds(window)).toEqual(new Date('2026-03-10T12:01:00Z'))
    const codes = Array.from({ length: 60 }, (_, minute) => roomCode(pepper, room, window + minute))
    codes.push(roomCode(pepper, randomUUID(), window), roomCode(randomBytes(32), room, window))
    expect(new Set(codes).size).toBe(62)
  })

  it('is taken for two minutes after it went from the screen, and no longer', () => {
    const code = roomCode(pepper, room, window)
    const takenAfter = (seconds: number) =>
      roomCodes(pepper, room, new Date(now.getTime() + seconds * 1000)).includes(code)
    expect([0, 29, 30, 149].map(takenAfter)).toEqual([true, true, true, true])
    expect(takenAfter(150)).toBe(false)
    expect(takenAfter(-31)).toBe(false)
  })
})
