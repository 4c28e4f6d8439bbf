import type { FastifyReply } from 'fastify'

/** Answers that stay open, as `EventSource` reads them. */
export type Stream = {
  send(id: number, event: string, data: unknown): void
  /** Calls back once it has ended, whoever ended it. */
  ended(then: () => void): void
}

export type Streams = {
  begin(reply: FastifyReply): Stream
  endAll(): void
}

/** Proxies give up what says nothing for a minute; so does a phone that went out of sight, unnoticed. */
const everyMs = 25_000
/** A reader that takes nothing in is let go before what waits for it fills the memory. */
const mostUnreadBytes = 16 * 1024

/**
 * Streams of events. They say how long to wait before coming back after a break: not all of them at once, when a server is
 * started again.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streams(): Streams {
  const open = new Set<FastifyReply['raw']>()
  let beat: NodeJS.Timeout | undefined
  let isOver = false

  function write(raw: FastifyReply['raw'], text: string): void {
    if (raw.writableEnded) return
    if (raw.writableLength > mostUnreadBytes) raw.destroy()
    else raw.write(text)
  }

  return {
    begin(reply) {
      const { raw } = reply
      reply.hijack()
      // Who left while it was looked up whether there is anything to hear will not close again.
      if (raw.destroyed || isOver) {
        raw.destroy()
        return ended
      }
      // What every answer says, which a reply that is taken over does not send by itself.
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) raw.setHeader(name, value)
      raw.writeHead(200, eventHeaders)
      raw.write(`retry: ${2000 + Math.floor(3000 * Math.random())}\n\n`)
      open.add(raw)
      beat ??= setInterval(() => {
        for (const each of open) write(each, ':\n\n')
      }, everyMs).unref()
      raw.once('close', () => {
        open.delete(raw)
        if (open.size > 0) return
        clearInterval(beat)
        beat = undefined
      })
      return {
        send: (id, event, data) => {
          write(raw, `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        },
        ended: then => void raw.once('close', then)
      }
    },
    endAll() {
      isOver = true
      for (const raw of open) raw.end()
    }
  }
}

const ended: Stream = {
  send: () => undefined,
  ended: then => {
    then()
  }
}

const eventHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy that collects what it passes on would hold the news back.
  'x-accel-buffering': 'no'
} as const
