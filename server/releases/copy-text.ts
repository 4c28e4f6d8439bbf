import type { ResponseBlock } from '#analytics'

/** Rows in a block: large enough to make the hand-over cheap, small enough to stay in the processor's cache. */
const blockRows = 256

const minus = 0x2d
const comma = 0x2c
const open = 0x7b
const close = 0x7d
const tab = 0x09
const newline = 0x0a
const zero = 0x30
const nine = 0x39
const twoTo32 = 2 ** 32

export type CopyTextReader = {
  /** @throws RangeError when the bytes are not rows of this shape */
  read(chunk: Uint8Array): void
  /** Hands over what is left. @throws RangeError when the last row is not whole */
  end(): void
}

/**
 * Reads what `COPY (SELECT answers, record_key …) TO STDOUT` sends, in text format: `{1,-3,4}<tab>-77<newline>`.
 * A row may be cut at any byte by a chunk's end. Nothing is allocated per row; the same block is handed over
 * again and again.
 *
 * @param width  integers in each response
 * @see https://www.postgresql.org/docs/15/sql-copy.html, "Text Format"
 */
export function copyTextReader(width: number, take: (block: ResponseBlock) => void): CopyTextReader {
  const answers = new Int16Array(blockRows * width)
  const keyHigh = new Uint32Array(blockRows)
  const keyLow = new Uint32Array(blockRows)
  let rows = 0
  let inKey = false
  let at = 0
  let slot = 0
  let digits = 0
  let negative = false
  let value = 0
  let high = 0
  let low = 0

  function read(chunk: Uint8Array): void {
    let position = 0
    while (position < chunk.length) {
      position = inKey ? readKey(chunk, position) : readAnswers(chunk, position)
    }
  }

  /** Reads from `position` to the tab behind the array, or to the end of the chunk; returns where it stopped. */
  function readAnswers(chunk: Uint8Array, from: number): number {
    // Locals, because variables of the enclosing function cost twice the time in this loop.
    let [currentAt, currentSlot, currentDigits, currentNegative, currentValue] = [
      at,
      slot,
      digits,
      negative,
      value
    ]
    let position = from
    for (; position < chunk.length && !inKey; position += 1) {
      const byte = chunk[position] ?? 0
      if (byte >= zero && byte <= nine) {
        // Most answers are one digit and a comma: taken at once, they cost half.
        if (
          currentDigits === 0 &&
          position + 1 < chunk.length &&
          chunk[position + 1] === comma &&
          !currentNegative &&
          currentSlot < width
        ) {
          answers[currentAt] = byte - zero
          currentAt += 1
          currentSlot += 1
          position += 1
          continue
        }
        currentValue = currentValue * 10 + byte - zero
        currentDigits += 1
      } else if (byte === comma || byte === close) {
        if (currentDigits === 0 || currentDigits > 5 || currentSlot >= width) throw notARow()
        answers[currentAt] = currentNegative ? 0 - currentValue : currentValue
        currentAt += 1
        currentSlot += 1
        currentDigits = 0
        currentValue = 0
        currentNegative = false
      } else if (byte === minus && !currentNegative && currentDigits === 0) currentNegative = true
      else if (byte === tab && currentSlot === width && currentDigits === 0) inKey = true
      else if (byte !== open || currentSlot !== 0) throw notARow()
    }
    at = currentAt
    slot = currentSlot
    digits = currentDigits
    negative = currentNegative
    value = currentValue
    return position
  }

  /** Reads the record key to the end of the row, or to the end of the chunk; returns where it stopped. */
  function readKey(chunk: Uint8Array, from: number): number {
    let [currentHigh, currentLow, currentDigits] = [high, low, digits]
    let position = from
    for (; position < chunk.length; position += 1) {
      const byte = chunk[position] ?? 0
      if (byte >= zero && byte <= nine) {
        const next = currentLow * 10 + byte - zero
        currentLow = next >>> 0
        currentHigh = (currentHigh * 10 + (next - currentLow) / twoTo32) >>> 0
        currentDigits += 1
      } else if (byte === minus && !negative && currentDigits === 0) negative = true
      else if (byte === newline && currentDigits > 0) break
      else throw notARow()
    }
    high = currentHigh
    low = currentLow
    digits = currentDigits
    if (position === chunk.length) return position
    endRow()
    return position + 1
  }

  function endRow(): void {
    // The two's complement of the key, as the database holds it.
    keyHigh[rows] = negative ? (low === 0 ? -high : ~high) : high
    keyLow[rows] = negative ? -low : low
    rows += 1
    inKey = false
    slot = 0
    digits = 0
    negative = false
    high = 0
    low = 0
    if (rows === blockRows) handOver()
  }

  function handOver(): void {
    if (rows > 0) take({ count: rows, answers, keyHigh, keyLow })
    rows = 0
    at = 0
  }

  function end(): void {
    if (inKey || slot > 0 || digits > 0 || negative) throw notARow()
    handOver()
  }

  return { read, end }
}

function notARow(): RangeError {
  return new RangeError('the database sent something that is no row of responses of this version')
}
