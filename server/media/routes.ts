import send from '@fastify/send'
import type { FastifyInstance } from 'fastify'
import { isLanguage } from '#locales'
import { isSlug } from '../consultations/slug.ts'
import { refused } from '../errors.ts'
import { findFile } from './files.ts'
import { readMediaName } from './names.ts'

type Params = { Params: { place: string; language: string; name: string } }

const options = { maxAge: '1 day', contentType: false, index: false, dotfiles: 'allow' } as const

/**
 * Recordings and videos, whole or from any byte on. An address names one file by a short name, a language and a name
 * of ours: nothing else of the folder can be asked for, and nothing outside of it.
 */
export function mediaRoutes(app: FastifyInstance, folder: string | undefined): void {
  if (folder === undefined) return
  app.get<Params>('/media/:place/:language/:name', async (request, reply) => {
    const { place, language, name } = request.params
    const what = readMediaName(name)
    if (what === undefined || !isSlug(place) || !isLanguage(language)) throw refused.notFound()
    // What cannot be read was logged when a page looked for it; whoever asks for it by hand writes no log.
    const file = await findFile(folder, [place, language], name, () => undefined)
    if (file === undefined) throw refused.notFound()
    const sent = await send(request.raw, encodeURI(file.path), options)
    if (sent.type === 'file') {
      return reply.code(sent.statusCode).headers(sent.headers).type(what.type).send(sent.stream)
    }
    sent.stream.destroy()
    if (sent.statusCode === 412) return reply.code(412).send()
    if (sent.statusCode === 416)
      return reply.code(416).header('content-range', `bytes */${file.bytes}`).send()
    throw refused.notFound()
  })
}
