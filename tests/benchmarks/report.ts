import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import Type from 'typebox'
import Value from 'typebox/value'
import { median } from './machine.ts'

const rounds = 3
const run = promisify(execFile)

const Measured = Type.Object({
  charts: Type.Integer(),
  bytes: Type.Integer(),
  seconds: Type.Number(),
  paintSeconds: Type.Number(),
  idleMegabytes: Type.Number(),
  peakMegabytes: Type.Number()
})

/**
 * The document of one release in six languages, with its charts, in a process of its own. The floor is the drawing of
 * the same charts by the painter that has its fonts already.
 */
export async function benchmarkReport(): Promise<void> {
  const script = path.join(import.meta.dirname, 'report-measured.ts')
  const measured: Type.Static<typeof Measured>[] = []
  for (let round = 0; round < rounds; round += 1) {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script])
    measured.push(Value.Parse(Measured, JSON.parse(stdout)))
  }
  const [seconds, paint] = [
    median(measured.map(one => one.seconds)),
    median(measured.map(one => one.paintSeconds))
  ]
  const [first] = measured
  console.log(
    `  medians of ${rounds}: six documents, ${first?.charts ?? 0} charts, ${((first?.bytes ?? 0) / 2 ** 20).toFixed(1)} MB`
  )
  console.log(`  made         ${seconds.toFixed(1)} s`)
  console.log(`  floor        ${paint.toFixed(1)} s: the same charts drawn, nothing else`)
  console.log(
    `  peak memory  ${Math.max(...measured.map(one => one.peakMegabytes)).toFixed(0)} MB resident, ${(first?.idleMegabytes ?? 0).toFixed(0)} MB before the first document`
  )
}
