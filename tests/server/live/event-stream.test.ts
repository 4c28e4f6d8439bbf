import { once } from 'node:events'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { streams } from '../../../server/live/event-stream.ts'

const apps: ReturnType<typeof fastify>[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

/** A server whose stream begins once `ready` says so. */
async function serving(open: ReturnType<typeof streams>, ready: () => Promise<unknown>) {
  const app = fastify()
  apps.push(app)
  const seen = { ended: false, came: false }
  app.get('/', async (request, reply) => {
    seen.came = true
    await ready()
    open.begin(reply).ended(() => {
      seen.ended = true
    })
    return reply
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const ask = () => get({ host: '127.0.0.1', port }).on('error', () => undefined)
  return { app, seen, ask }
}

it('lets go of who has left before the stream began', async () => {
  const { app, seen, ask } = await serving(streams(), () => once(app.server, 'left'))
  app.server.on('connection', socket =>
    socket.once('close', () => setImmediate(() => app.server.emit('left')))
  )
  const asking = ask()
  await expect.poll(() => seen.came).toBe(true)
  asking.destroy()
  await expect.poll(() => seen.ended).toBe(true)
})

it('begins none once all have been ended, which would keep the server from closing', async () => {
  const open = streams()
  const { seen, ask } = await serving(open, async () => {
    open.endAll()
  })
  ask()
  await expect.poll(() => seen.ended).toBe(true)
})
