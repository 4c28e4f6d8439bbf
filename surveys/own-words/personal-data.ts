import { plain } from './folded.ts'
import { hasPhone } from './phone.ts'
import { toldIn, type ListedKind, type Vocabulary } from './vocabulary.ts'

export type PersonalData = ListedKind | 'email' | 'phone'

/** An address, and one that is spelled out: nina (at) gmail, nina arobase gmail. */
const email =
  /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}{2}|(?:@|\bat\)?|arobase|arroba|собака) ?(?:gmail|hotmail|yahoo)/u
/** `@name`, `name#1234`, and the address of somebody's page. */
const handle =
  /(?:^|[^\p{L}\p{N}._%+-]|\p{Script=Han})@(?!everyone)[\p{L}\p{N}_][\p{L}\p{N}_.]|[\p{L}\p{N}_]#\d{4}(?!\d)|(?:instagram|tiktok|snapchat|facebook|twitter|roblox|weibo|discord|\b(?:vk|fb|wa|t))\.\w{2,3}\/[@\p{L}\p{N}_]/u

/** What a text seems to tell about who somebody is or how to reach them. A guess, to warn by and not to decide by. */
export function personalDataIn(text: string, vocabulary: Vocabulary): PersonalData[] {
  const bare = plain(text)
  const told = toldIn(bare, vocabulary)
  const found = new Set<PersonalData>()
  for (const [kind, phrases] of vocabulary.told) if (told.search(phrases) !== -1) found.add(kind)
  if (email.test(bare)) found.add('email')
  if (hasPhone(bare)) found.add('phone')
  if (handle.test(bare)) found.add('handle')
  return [...found]
}
