import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import Type from 'typebox'
import Value from 'typebox/value'
import { median } from './machine.ts'

const rounds = 3
const run = promisify(execFile)

const Measured = Type.Object({
  tables: Type.Integer(),
  leftOut: Type.Integer(),
  protectSeconds: Type.Number(),
  auditSeconds: Type.Number(),
  storeSeconds: Type.Number(),
  megabytes: Type.Number()
})

/**
 * From 2 000 answers to 40 questions, with 3 breakdowns and their pairs, to the bytes of a release that are stored and their hash:
 * protect, audit, store. Each round in a process of its own, whose memory is printed whole.
 */
export async function benchmarkAudit(): Promise<void> {
  const script = path.join(import.meta.dirname, 'audit-measured.ts')
  const measured: Type.Static<typeof Measured>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script])
    measured.push(Value.Parse(Measured, JSON.parse(stdout)))
  }
  const middle = (of: (one: Type.Static<typeof Measured>) => number): string =>
    median(measured.map(of)).toFixed(2)
  console.log(`  medians of ${rounds}, ${measured[0]?.tables ?? 0} tables of 2000 responses`)
  console.log(`  protect      ${middle(one => one.protectSeconds)} s`)
  console.log(`  audit        ${middle(one => one.auditSeconds)} s`)
  console.log(`  store        ${middle(one => one.storeSeconds)} s`)
  console.log(
    `  together     ${middle(one => one.protectSeconds + one.auditSeconds + one.storeSeconds)} s of at most 60`
  )
  console.log(`  left out     ${measured.map(one => one.leftOut).join(', ')} tables`)
  console.log(
    `  peak memory  ${Math.max(...measured.map(one => one.megabytes)).toFixed(0)} MB of at most 600`
  )
}
