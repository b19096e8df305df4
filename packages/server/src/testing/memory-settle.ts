import { OVERRUN_MS } from '../launch/after-the-end.ts'
import type { SettleResult } from '../ports/booking-store.ts'
import type { RoomNews } from '../ports/room-news.ts'
import {
  type Connection,
  closeIfEmpty,
  closeVisit,
  type MemoryMeeting,
  mayGoOn,
  openVisits,
} from './memory-meeting.ts'
import { isRemoved } from './memory-moderation.ts'

/** Takes news in: remembers it, then lets attendance follow what is known by now. */
export function settle(meeting: MemoryMeeting, news: RoomNews): SettleResult {
  const concerned = remember(meeting, news)
  const left: string[] = []
  for (const [identity, own] of concerned) {
    const last = meeting.visits.findLast((visit) => visit.identity === identity)
    if (last === undefined || own.some((connection) => isOpen(meeting, connection))) continue
    const lastSeen = Math.max(
      ...own.map(({ disconnectedAt }) => disconnectedAt ?? Number.NEGATIVE_INFINITY),
      // Somebody of whom no connection was ever told can only have been in the room that ended.
      news.type === 'ended' && own.length === 0 ? news.at.getTime() : Number.NEGATIVE_INFINITY,
    )
    // A visit that news ended may turn out to have ended at another time.
    if (lastSeen < last.launchedAt || (last.leftAt !== null && last.leftBy !== 'room')) continue
    if (last.leftAt === null) left.push(last.userId)
    closeVisit(last, lastSeen, 'room')
  }
  const completed = left.length > 0 && closeIfEmpty(meeting)
  const joined = news.type === 'connected' ? comeBack(meeting, news.connectionId) : []
  const { status } = meeting.booking
  return { status, joined, left, completed, ...(isBack(meeting, news) && { isRemoved: true }) }
}

/**
 * Whether somebody connected whom a host removed. Times are not compared: those of the room service are rounded, and
 * sending somebody out who is out already does no harm.
 */
function isBack(meeting: MemoryMeeting, news: RoomNews): boolean {
  return (
    news.type === 'connected' &&
    meeting.connections.get(news.connectionId)?.disconnectedAt === null &&
    isRemoved(meeting, news.identity)
  )
}

/** Notes what the news tells. Returns the connections of every identity it concerns. */
function remember(meeting: MemoryMeeting, news: RoomNews): Map<string, Connection[]> {
  const { connections, endedRooms } = meeting
  const at = news.at.getTime()
  if (news.type === 'ended') {
    endedRooms.set(news.roomId, earlier(endedRooms.get(news.roomId), at))
    for (const connection of connections.values()) {
      if (connection.roomId === news.roomId)
        connection.disconnectedAt = earlier(connection.disconnectedAt, at)
    }
  } else {
    const connection = connections.get(news.connectionId) ?? {
      roomId: news.roomId,
      identity: news.identity,
      connectedAt: null,
      // No connection outlives its room.
      disconnectedAt: endedRooms.get(news.roomId) ?? null,
    }
    if (news.type === 'connected') connection.connectedAt = earlier(connection.connectedAt, at)
    else connection.disconnectedAt = earlier(connection.disconnectedAt, at)
    connections.set(news.connectionId, connection)
  }

  const concerned = new Map<string, Connection[]>()
  if (news.type === 'ended') for (const { identity } of openVisits(meeting)) concerned.set(identity, [])
  for (const { roomId, identity } of connections.values()) {
    if (news.type === 'ended' ? roomId !== news.roomId : identity !== news.identity) continue
    concerned.set(identity, [])
  }
  for (const connection of connections.values()) concerned.get(connection.identity)?.push(connection)
  return concerned
}

function earlier(one: number | null | undefined, other: number): number {
  return Math.min(one ?? other, other)
}

/**
 * Whether somebody is in the room through this connection. One that began before they last left by other means
 * than news is of an earlier stay: that its end was never told must not keep them in.
 */
function isOpen({ visits }: MemoryMeeting, { identity, connectedAt, disconnectedAt }: Connection): boolean {
  if (connectedAt === null || disconnectedAt !== null) return false
  return visits.every(
    (visit) =>
      visit.identity !== identity ||
      visit.leftAt === null ||
      visit.leftBy === 'room' ||
      visit.leftAt < connectedAt,
  )
}

/** Lets the person of a connection in again. Returns their user id, if they came. */
function comeBack(meeting: MemoryMeeting, connectionId: string): string[] {
  const connection = meeting.connections.get(connectionId)
  if (!connection || connection.connectedAt === null || !isOpen(meeting, connection)) return []
  if (isRemoved(meeting, connection.identity)) return []
  const { booking, visits } = meeting
  const last = visits.findLast(({ identity }) => identity === connection.identity)
  if (last === undefined || last.leftAt === null) return []
  const mayReopen =
    booking.status === 'in_progress' ||
    // Only what news undid can news do again: nobody else comes into a meeting that waits to begin.
    (booking.status === 'confirmed' && last.leftBy === 'room') ||
    mayGoOn(meeting)
  if (!mayReopen || connection.connectedAt >= Date.parse(booking.endTime) + OVERRUN_MS) return []

  meeting.booking = { ...booking, status: 'in_progress' }
  if (last.leftBy === 'room') {
    last.leftAt = null
    last.leftBy = null
  } else {
    const { connectedAt } = connection
    visits.push({
      ...last,
      enteredAt: connectedAt,
      launchedAt: connectedAt,
      launches: 1,
      leftAt: null,
      leftBy: null,
    })
  }
  return [last.userId]
}
