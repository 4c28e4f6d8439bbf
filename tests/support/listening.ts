import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { languages } from '#locales'
import { makeFolder } from './folder.ts'
import { openConsultation } from './house.ts'
import { putMedia, silence } from './media.ts'
import { openVisits, type Visits } from './visits.ts'

/** Visits to two consultations: “recorded” can be heard and seen in every language, “read-aloud” has no recording. */
export async function openListening(): Promise<Visits> {
  const folder = await makeFolder()
  for (const language of languages) {
    await putMedia(folder.path, {
      [`recorded/${language}/devices.opus`]: 1,
      [`recorded/${language}/devices.mp3`]: 1,
      [`recorded/${language}/sign-landing.webm`]: 2_400_000,
      [`recorded/${language}/sign-thanks.webm`]: 35_000
    })
    await writeFile(join(folder.path, `recorded/${language}/devices.opus`), silence())
  }
  const visits = await openVisits({ slug: 'recorded' }, { mediaFolder: folder.path })
  await openConsultation(visits.house, { slug: 'read-aloud' })
  return {
    ...visits,
    close: async () => {
      await visits.close()
      await folder.remove()
    }
  }
}

/** The paths that a page asks for from now on. */
export function askedBy(page: Page): string[] {
  const asked: string[] = []
  page.on('request', request => asked.push(new URL(request.url()).pathname))
  return asked
}
