import type { InvitedTo, Language } from '../../partner/contract.ts'

/** The name of the consultation; in its first language where it does not speak the one that is asked for. */
export function titleIn(titles: InvitedTo['titles'], language: Language): string {
  return (titles.find(title => title.language === language) ?? titles[0])?.text ?? ''
}
