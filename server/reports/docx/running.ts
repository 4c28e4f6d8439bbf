import type { Report } from '#analytics'
import { Header } from 'docx'
import { pageNumber, paragraph, runsOf } from './runs.ts'
import type { Setting } from './setting.ts'

/** Headers: from the second page on the page and the document's number; on every page, that answers are made up. */
export function runningHeads(
  { head, demonstration }: Report,
  setting: Setting
): { readonly default: Header; readonly first?: Header } {
  const notice =
    demonstration === null ? [] : [paragraph('HeaderNotice', setting, runsOf(demonstration, setting))]
  const page = [...runsOf('– ', setting), pageNumber(setting), ...runsOf(' –', setting)]
  return {
    default: new Header({
      children: [
        paragraph('Header', setting, page),
        paragraph('Header', setting, runsOf(head.running, setting)),
        ...notice
      ]
    }),
    ...(notice.length === 0 ? {} : { first: new Header({ children: notice }) })
  }
}
