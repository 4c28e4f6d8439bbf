import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { responses } from '../../../server/database/schema.ts'
import { collectResponses } from '../../../server/releases/collect.ts'
import type { CodedResponses } from '#analytics'
import { codebookOf } from '#surveys'

import { codedResponses, type PackedResponse } from '../../support/coded-responses.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { sampleQuestionnaire } from '../../support/sample-questionnaire.ts'

const codebook = codebookOf(sampleQuestionnaire)
const version = '6a1f0c1e-54a1-4c57-9a55-0c6f4f3a7b01'
const otherVersion = '6a1f0c1e-54a1-4c57-9a55-0c6f4f3a7b02'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(async () => {
  await test.drop()
})

describe('the responses of a version', () => {
  it('come out of the database as they went in, each with its key, and none of another version', async () => {
    const stored = Array.from({ length: 3000 }, (_, index): PackedResponse => ({
      answers: codebook.slots.map(({ at, maximum }) => ((index * 7 + at * 13) % (maximum + 5)) - 4),
      key: BigInt.asIntN(64, 0x9e3779b97f4a7c15n * BigInt(index + 1))
    }))
    await keep(version, stored)
    await keep(otherVersion, [{ answers: codebook.slots.map(() => 0), key: 1n }])
    expect(sorted(await collected(version))).toEqual(sorted(codedResponses(codebook, stored)))
  })

  it('are none where nobody has answered', async () => {
    expect((await collected('6a1f0c1e-54a1-4c57-9a55-0c6f4f3a7b03')).count).toBe(0)
  })

  it('leave the connection fit for the next statement', async () => {
    const client = await test.database.pool.connect()
    try {
      await collectResponses(client, otherVersion, codebook)
      expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
    } finally {
      client.release()
    }
  })

  it('are refused where one of them has another number of slots', async () => {
    const broken = '6a1f0c1e-54a1-4c57-9a55-0c6f4f3a7b04'
    await keep(broken, [{ answers: [0, 1], key: 1n }])
    await expect(collected(broken)).rejects.toThrow(RangeError)
  })

  it('are not asked for by anything but a uuid', async () => {
    await expect(collected("x' OR true --")).rejects.toThrow(RangeError)
  })
})

async function keep(versionId: string, packed: readonly PackedResponse[]): Promise<void> {
  await test.database.db
    .insert(responses)
    .values(packed.map(({ answers, key }) => ({ versionId, answers: [...answers], recordKey: key })))
}

async function collected(versionId: string): Promise<CodedResponses> {
  const client = await test.database.pool.connect()
  try {
    const coded = await collectResponses(client, versionId, codebook)
    client.release()
    return coded
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Responses as lines of text in an order of their own: the database has none. */
function sorted({ count, columns, keyHigh, keyLow }: CodedResponses): string[] {
  return Array.from({ length: count }, (_, row) =>
    [keyHigh[row], keyLow[row], ...columns.map(column => column[row])].join(' ')
  ).sort()
}
