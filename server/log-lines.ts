import { LogController, type FastifyServerOptions } from 'fastify'
import { forLog } from './for-log.ts'

/** How talkative a server is, and where its lines go; false for no lines at all. */
export type Logging =
  | false
  | {
      readonly level: 'trace' | 'info' | 'warn'
      readonly stream?: { readonly write: (line: string) => void }
    }

/**
 * What fastify needs to write only what may be written. Our own lines name a route of ours, a reference, an error by
 * `forLog`. The framework's quote addresses, headers, and errors with their messages: of those nothing is left but where
 * an error happened and of which kind it is.
 */
export function logging(
  lines: Logging
): Pick<FastifyServerOptions, 'logController' | 'logger' | 'childLoggerFactory'> {
  return {
    // No line a request: it would pair an address with a time.
    logController: new LogController({ disableRequestLogging: true }),
    // No number of the request either: between two faults it would tell how many came.
    childLoggerFactory: logger => logger,
    logger: lines !== false && {
      ...lines,
      hooks: {
        logMethod(line, write) {
          const [first, second] = line
          if (isOurs(first) && typeof second === 'string') return write.apply(this, [first, second])
          const error = errorIn(first)
          if (error !== undefined) write.apply(this, [{ error: forLog(error) }, 'said by the framework'])
        }
      }
    }
  }
}

/** Names under which the framework puts what it was handed. */
const foreign = ['req', 'res', 'err']

function isOurs(first: unknown): first is object {
  return (
    typeof first === 'object' &&
    first !== null &&
    !(first instanceof Error) &&
    !foreign.some(name => name in first)
  )
}

function errorIn(first: unknown): unknown {
  if (first instanceof Error) return first
  return typeof first === 'object' && first !== null && 'err' in first ? first.err : undefined
}
