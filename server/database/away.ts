import { StartRefused } from './start-refused.ts'

// Connection failures (class 08), no room left (class 53), shut down by somebody, crashed, not yet ready: PostgreSQL,
// appendix A.
const states = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53000',
  '53100',
  '53200',
  '53300',
  '08000',
  '08001',
  '08003',
  '08004',
  '08006'
])
const systemCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'])
const words =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error)/

/**
 * Whether an error means that the database could not be reached, was lost on the way, or could not be started again.
 *
 * The same request may succeed a moment later: answer 503, not 500. What was not acknowledged may or may not have
 * been kept; a resend id tells.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof StartRefused) return true
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (states.has(code) || systemCodes.has(code) || (code === 'ENOENT' && isConnecting(error))) return true
  return words.test(error.message) || isDatabaseAway(error.cause)
}

/** A missing socket, not any missing file. */
const isConnecting = (error: Error): boolean => 'syscall' in error && error.syscall === 'connect'
