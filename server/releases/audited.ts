import { setImmediate } from 'node:timers/promises'
import { leaveOut, type Audited, type ProtectedTable, type ToLeaveOut } from '#analytics'

/** The tables that pass the audit; between questions the process can do other things. */
export async function auditedTables(
  input: ToLeaveOut<ProtectedTable>,
  progress?: (fraction: number) => void
): Promise<Audited<ProtectedTable>> {
  const audit = leaveOut(input)
  for (;;) {
    const step = audit.next()
    if (step.done === true) return step.value
    progress?.(step.value.done / step.value.of)
    await setImmediate()
  }
}
