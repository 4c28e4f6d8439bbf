import { readFile } from 'node:fs/promises'
import { ok, unknowable, warning, type Check, type Finding } from './check.ts'

/** A process that crashes may leave its memory on the disk, private keys included. */
export const coreDumps: Check = {
  name: 'core dumps',
  async look() {
    const [pattern, limits] = await Promise.all(
      ['/proc/sys/kernel/core_pattern', '/proc/self/limits'].map(file =>
        readFile(file, 'utf8').catch(() => undefined)
      )
    )
    if (pattern === undefined || limits === undefined)
      return [
        unknowable(
          'Whether a crash leaves memory on the disk cannot be read.',
          'Start Earshot with: ulimit -c 0'
        )
      ]
    return [dumpFinding(pattern.trim(), softLimitIn(limits))]
  }
}

/**
 * @param pattern of the kernel: a file name, or a program that is handed the memory whatever the limit
 * @param limit in bytes, as the kernel writes it; undefined where it says nothing
 */
export function dumpFinding(pattern: string, limit: string | undefined): Finding {
  if (pattern.startsWith('|')) {
    const [program = ''] = pattern.slice(1).trim().split(/\s+/)
    return program.endsWith('systemd-coredump')
      ? warning(
          'systemd-coredump keeps the memory of a process that crashes.',
          'In /etc/systemd/coredump.conf: [Coredump] Storage=none, ProcessSizeMax=0'
        )
      : warning(
          `${program} is handed the memory of a process that crashes.`,
          'sysctl -w kernel.core_pattern=core, and start Earshot with: ulimit -c 0'
        )
  }
  return limit === '0'
    ? ok(
        'A process that crashes leaves no memory behind, if the server is started with the limits of this command.'
      )
    : warning(
        `A process that crashes may leave its memory as the file ${pattern}.`,
        'Start Earshot with: ulimit -c 0 (systemd: LimitCORE=0)'
      )
}

export function softLimitIn(limits: string): string | undefined {
  return /^Max core file size\s+(\S+)/m.exec(limits)?.[1]
}
