import os from 'node:os'

/** The machine and program a figure was measured with, in one line. */
export function machine(): string {
  const [processor] = os.cpus()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return [
    `${os.cpus().length} x ${processor?.model.trim() ?? 'unknown processor'}`,
    `${memory} GiB`,
    `${os.platform()} ${os.release()}`,
    `Node ${process.version}`
  ].join(', ')
}

/** Middle one of some measurements: other work on the machine moves the mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2
}
