import { plain } from './folded.ts'
import { hasPhone } from './phone.ts'
import { toldIn, type ListedKind, type Vocabulary } from './vocabulary.ts'

export type PersonalData = ListedKind | 'email' | 'phone'

const listed: readonly ListedKind[] = ['name', 'handle', 'address', 'school']

const email =
  /[\p{L}\p{N}._%+-]@[\p{L}\p{N}-]+\.\p{L}{2}|(?:@|\(at\)|\bat|arobase|arroba|собака)[) ]*(?:gmail|hotmail|icloud|outlook|yahoo|yandex)\b/u
/** `@name`, `name#1234`, and the address of somebody's page. */
const handle =
  /(?:^|[^\p{L}\p{N}._%+-]|\p{Script=Han})@(?!everyone|here)[\p{L}\p{N}_][\p{L}\p{N}_.]|[\p{L}\p{N}_]#\d{4}(?!\d)|(?:instagram|tiktok|snapchat|facebook|twitter|twitch|vk|discord|roblox|steamcommunity|linktr|weibo|douyin|xiaohongshu)\.[a-z]{2,3}\/[@\p{L}\p{N}_]|\b(?:t|wa|m|fb)\.me\/[\p{L}\p{N}_]|discord\.gg\/[\p{L}\p{N}]/u

/** What a text seems to tell about who somebody is or how to reach them. A guess, to warn by and not to decide by. */
export function personalDataIn(text: string, vocabulary: Vocabulary): PersonalData[] {
  const bare = plain(text)
  const told = toldIn(bare, vocabulary)
  const found = new Set<PersonalData>(listed.filter(kind => told.search(vocabulary[kind]) !== -1))
  if (email.test(bare)) found.add('email')
  if (hasPhone(bare)) found.add('phone')
  if (handle.test(bare)) found.add('handle')
  return [...found]
}
