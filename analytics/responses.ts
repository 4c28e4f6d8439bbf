import { lowestState, type Codebook, type Slot } from '#surveys'
import { addKey, keyAt, noKeys } from './tabulate/keys.ts'

/**
 * Coded responses of one version, held as columns: what `tabulate` reads.
 *
 * A slot whose maximum is at most `largestByteValue` is a `Uint8Array` of value + 4, so that the states,
 * -4 to -1, fit; every other slot is an `Int16Array` of the value itself.
 */
export type CodedResponses = {
  readonly count: number
  /** One column for each slot of the codebook, each `count` long. */
  readonly columns: readonly ResponseColumn[]
  /** The record keys, 64 bits each, as two halves. */
  readonly keyHigh: Uint32Array
  readonly keyLow: Uint32Array
}
export type ResponseColumn = Uint8Array | Int16Array

export const byteOffset = 4
export const largestByteValue = 255 - byteOffset

/** A column with what to take off its numbers to get the integers of the codebook. */
export type CodedColumn = { readonly column: ResponseColumn; readonly offset: number }

/** @throws RangeError when the responses have no such slot: they are of another version */
export function columnOf(responses: CodedResponses, slot: Slot): CodedColumn {
  const column = responses.columns[slot.at]
  if (column === undefined) throw new RangeError(`the responses have no slot ${slot.at}`)
  return { column, offset: offsetOf(column) }
}

/** Some responses as they are read: one after the other, each with all its slots. */
export type ResponseBlock = {
  readonly count: number
  /** The integers of a response side by side; at least `count` times the slots of the codebook. */
  readonly answers: Int16Array
  readonly keyHigh: Uint32Array
  readonly keyLow: Uint32Array
}

export type Gathering = {
  /** @throws RangeError when a slot holds what no answer of this version can be */
  add(block: ResponseBlock): void
  finish(): CodedResponses
}

const firstCapacity = 16_384

/** Turns blocks of responses into columns that grow as needed; how many will come need not be known. */
export function gatherResponses(codebook: Codebook): Gathering {
  const { slots } = codebook
  let capacity = firstCapacity
  let count = 0
  let keyHigh = new Uint32Array(capacity)
  let keyLow = new Uint32Array(capacity)
  const columns = slots.map(slot => emptyColumn(slot, capacity))

  function reserve(wanted: number): void {
    if (wanted <= capacity) return
    capacity = Math.max(wanted, Math.ceil(capacity * 1.5))
    // One column after the other, so that at no time more than one of them exists twice.
    slots.forEach((slot, index) => {
      const grown = emptyColumn(slot, capacity)
      grown.set((columns[index] ?? grown).subarray(0, count))
      columns[index] = grown
    })
    keyHigh = grownKeys(keyHigh, capacity)
    keyLow = grownKeys(keyLow, capacity)
  }

  return {
    add(block) {
      reserve(count + block.count)
      slots.forEach((slot, index) => {
        const column = columns[index]
        if (column !== undefined) fill(column, count, block, slot, slots.length)
      })
      keyHigh.set(block.keyHigh.subarray(0, block.count), count)
      keyLow.set(block.keyLow.subarray(0, block.count), count)
      count += block.count
    },
    finish: () => ({
      count,
      columns: columns.map(column => column.subarray(0, count)),
      keyHigh: keyHigh.subarray(0, count),
      keyLow: keyLow.subarray(0, count)
    })
  }
}

function emptyColumn(slot: Slot, capacity: number): ResponseColumn {
  return slot.maximum <= largestByteValue ? new Uint8Array(capacity) : new Int16Array(capacity)
}

function grownKeys(keys: Uint32Array<ArrayBuffer>, capacity: number): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(capacity)
  grown.set(keys)
  return grown
}

function fill(column: ResponseColumn, from: number, block: ResponseBlock, slot: Slot, width: number): void {
  const { answers, count } = block
  const { at, maximum } = slot
  const offset = offsetOf(column)
  const range = maximum - lowestState
  for (let row = 0, index = at; row < count; row += 1, index += width) {
    const value = answers[index] ?? 0
    // One comparison for both ends: below zero, `>>>` makes a very large number. Never the value itself in the
    // sentence: it may end in a log.
    if ((value - lowestState) >>> 0 > range) {
      throw new RangeError(`slot ${at} holds a value outside ${lowestState} to ${maximum}`)
    }
    column[from + row] = value + offset
  }
}

function offsetOf(column: ResponseColumn): number {
  return column instanceof Uint8Array ? byteOffset : 0
}

/** Sum of the record keys of all responses, modulo 2^64. */
export function totalKey({ keyHigh, keyLow }: CodedResponses): bigint {
  const sum = noKeys(1)
  for (let row = 0; row < keyLow.length; row += 1) addKey(sum, 0, keyHigh[row] ?? 0, keyLow[row] ?? 0)
  return keyAt(sum, 0)
}
