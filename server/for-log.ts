/** What may be kept of an error: where it happened and of which kind it is. */
export type Logged = {
  /** Class of the error. */
  readonly type: string
  /** SQLSTATE of PostgreSQL, or the code of the system or of a library. */
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  /** Frames alone, the innermost first. */
  readonly stack?: readonly string[]
  readonly cause?: Logged
}

const facts = ['code', 'table', 'constraint'] as const
/** An error that wraps one that wraps one; any deeper, and they go in a circle. */
const mostCauses = 4

/**
 * An error as it may be logged or printed: class, code, table, constraint and stack.
 *
 * Never its message. Those of the database and of its driver quote what was sent (SQLSTATE 22P02, 22021 and 23514,
 * and drizzle's "params"), so do those of JSON.parse, and ours may quote counts.
 */
export function forLog(error: unknown, causes = mostCauses): Logged {
  if (!(error instanceof Error)) return { type: typeof error }
  const fields = new Map<string, unknown>(Object.entries(error))
  const known = facts.flatMap(name => {
    const value = fields.get(name)
    return typeof value === 'string' && /^\w{1,64}$/.test(value) ? [[name, value] as const] : []
  })
  const stack = framesOf(error)
  return {
    type: error.constructor.name,
    ...Object.fromEntries(known),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && causes > 0 && { cause: forLog(error.cause, causes - 1) })
  }
}

/** A stack begins with the message, which may itself have lines that look like frames: it is cut off as a whole. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = stack.indexOf(message)
  if (at < 0) return []
  return stack
    .slice(at + message.length)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
}
