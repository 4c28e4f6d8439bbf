import { isReadyName, readyNames, type ReadyName } from '#surveys'
import { Mistake } from './mistake.ts'

/** A questionnaire of the library by its name. @throws Mistake that lists them where there is none */
export function readyNameOf(name: string): ReadyName {
  if (isReadyName(name)) return name
  throw new Mistake([{ at: name, code: 'library.unknown', params: { name, names: readyNames.join(', ') } }])
}
