import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeAnswers } from '../../support/answers.ts'
import { commandLine } from '../../support/command-line.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  const consultation = await openConsultation(house, { breakdowns: [] })
  await storeAnswers(house.database.db, consultation, 100, 'en')
  house.setClock('2026-04-02T08:00:00Z')
  await house.publish(consultation)
})
afterAll(() => house.close())

describe('the command that writes a document', () => {
  it.each(['docx', 'html'])('says what is missing where charts cannot be drawn, for %s', async format => {
    const earshot = commandLine({
      DATABASE_URL: house.url,
      EARSHOT_KEYS: house.keyFolder,
      // What the package looks for in place of the program for this machine.
      NAPI_RS_NATIVE_LIBRARY_PATH: '/nowhere/canvas.node'
    })
    const out = join(house.keyFolder, `report.${format}`)
    const words = ['--language', 'en', '--format', format, '--out', out]
    const { code, err } = await earshot('report', 'getting-help', ...words)
    expect({ code, err }).toEqual({
      code: 1,
      err: expect.stringContaining(`for ${process.platform}-${process.arch} is not installed. Run “npm ci”`)
    })
    await expect(stat(out)).rejects.toThrow('ENOENT')
  })
})
