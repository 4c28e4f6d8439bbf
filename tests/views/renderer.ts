import { readFileSync } from 'node:fs'
import { rendererOf, viewFiles, type Renderer } from '#views'

const views = new URL('../../views/', import.meta.url)

/** The text of a file of `views/`. */
export function viewFile(path: string): string {
  return readFileSync(new URL(path, views), 'utf8')
}

/** The renderer as the server makes it, with scripts at made-up addresses. */
export function testRenderer(): Renderer {
  return rendererOf({
    files: new Map(viewFiles.map(path => [path, viewFile(path)])),
    scripts: {
      respond: '/respond.js',
      cards: '/cards.js',
      entry: '/entry.js',
      results: '/charts.js',
      partner: '/partner.js',
      api: '/api.js',
      room: '/room.js',
      live: '/live.js',
      leave: '/leave.js',
      ownWords: '/own-words.js',
      ownPhone: '/own-phone.js',
      listening: '/listening.js',
      liveWay: '/live-way.js'
    }
  })
}
