import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The pages of a Word document as LibreOffice sets them, as text. Needs `soffice` and `pdftotext`.
 *
 * @throws when LibreOffice makes no PDF of it
 */
export async function pagesInOffice(docx: string): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'earshot-office-'))
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx], {
      timeout: 120_000
    })
    const pdf = path.join(folder, `${path.basename(docx, '.docx')}.pdf`)
    const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', pdf, '-'], { maxBuffer: 50_000_000 })
    return stdout.split('\f').slice(0, -1)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The numbers in a text, as often as they stand in it. Of a number that is written with spaces each group counts for
 * itself: a PDF does not tell an unbreakable space from another.
 */
export function numbersIn(text: string): string[] {
  return text.match(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu) ?? []
}

/** Which of the expected numbers a text does not hold, or not as often as they are expected. */
export function numbersMissing(text: string, expected: readonly string[]): string[] {
  const left = numbersIn(text)
  return expected.filter(number =>
    numbersIn(number).some(group => {
      const place = left.indexOf(group)
      if (place >= 0) left.splice(place, 1)
      return place < 0
    })
  )
}

/** The pages up to the rule that ends the main part. */
export function mainPartOf(pages: readonly string[]): readonly string[] {
  return pages.slice(0, pages.findLastIndex(page => /_{10}/.test(page)) + 1)
}
