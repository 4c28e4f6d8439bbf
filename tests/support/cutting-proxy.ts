import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Where a connection is cut: after so many bytes from the client, or so many from the server. */
export type Cut = { readonly after: number; readonly of: 'request' | 'response' }

export type CuttingProxy = {
  readonly port: number
  /** Cuts once, counting from now, on whichever connection has so much to pass; null lets everything through. */
  cutNext(cut: Cut | null): void
  /** Bytes that have passed in each direction. */
  readonly passed: { request: number; response: number }
  close(): Promise<void>
}

/** A proxy in front of a server on this machine that passes everything on, byte by byte, until it is told to cut. */
export async function openCuttingProxy(port: number): Promise<CuttingProxy> {
  let next: { of: Cut['of']; left: number } | null = null
  const sockets = new Set<Socket>()
  const passed = { request: 0, response: 0 }
  const proxy = createServer(client => {
    const server = connect(port, '127.0.0.1')
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    const pass = (from: Socket, to: Socket, of: Cut['of']): void => {
      from.on('data', data => {
        const cut = next?.of === of ? next : null
        const part = data.subarray(0, Math.min(data.length, cut?.left ?? data.length))
        passed[of] += part.length
        if (cut === null || cut.left > data.length) {
          if (cut !== null) cut.left -= data.length
          to.write(part)
          return
        }
        next = null
        // What was let through is written before the line goes dead in both directions.
        to.write(part, () => {
          client.destroy()
          server.destroy()
        })
      })
      from.on('close', () => to.destroy())
    }
    pass(client, server, 'request')
    pass(server, client, 'response')
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  const { port: own } = proxy.address() as AddressInfo
  return {
    port: own,
    passed,
    cutNext: cut => {
      next = cut && { of: cut.of, left: cut.after }
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => proxy.close(resolve))
    }
  }
}
