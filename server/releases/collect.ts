import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

import { gatherResponses, type CodedResponses } from '#analytics'
import type { Codebook } from '#surveys'

import { copyTextReader } from './copy-text.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Reads all responses of a version into columns, as one statement sees them: about one byte a slot and eight for
 * the record key, and no more than a few network chunks beside.
 *
 * @param client  after a throw it may still be sending, and is of no further use
 * @throws RangeError when a stored response is not one of this version
 */
export async function collectResponses(
  client: pg.ClientBase,
  versionId: string,
  codebook: Codebook
): Promise<CodedResponses> {
  // COPY takes no parameters, so the id is put into the statement: checked first, and quoted.
  if (!uuid.test(versionId)) throw new RangeError('a version is named by a uuid')
  const rows = client.query(
    copyTo(
      `COPY (SELECT answers, record_key FROM responses WHERE version_id = ${client.escapeLiteral(versionId)}) TO STDOUT`
    )
  )
  const gathering = gatherResponses(codebook)
  const reader = copyTextReader(codebook.slots.length, block => {
    gathering.add(block)
  })
  for await (const chunk of rows) {
    if (!(chunk instanceof Uint8Array)) throw new RangeError('COPY sends bytes')
    reader.read(chunk)
  }
  reader.end()
  return gathering.finish()
}
