import type { MeetingType } from '@meetings/contract'
import type { SchedulingMessages } from '../i18n/en/scheduling.ts'
import { fillMessage } from '../i18n/fill-message.ts'

/** "with Sam", "with one of Sam or Kim", "with Sam and Kim". */
export function describeHosts(
  { hosts, hostMode }: Pick<MeetingType, 'hosts' | 'hostMode'>,
  words: SchedulingMessages,
  locale: string,
): string | null {
  if (hosts.length === 0) return null
  const isOneOf = hostMode === 'any' && hosts.length > 1
  const list = new Intl.ListFormat(locale, { type: isOneOf ? 'disjunction' : 'conjunction' })
  const people = list.format(hosts.map(({ name }) => name))
  return fillMessage(isOneOf ? words.oneOfHosts : words.anyHost, { people })
}
