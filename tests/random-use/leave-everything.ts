import type { RoomInspection } from '@meetings/twilio-emulator'
import type { Site } from '../meeting-site/start-site.ts'
import { lookPatiently } from './check-participant.ts'
import type { Participant } from './participant.ts'

const OUT_WITHIN_MS = 45_000
const LOOK_EVERY_MS = 150
const WAYS_OUT = ['Leave', 'Close', 'Cancel', 'Close without an answer']

/** Everybody leaves as people do; then nothing of the call may be on in any page, and its booking is completed. */
export async function leaveEverything(
  people: readonly Participant[],
  site: Site,
  meetingId: string,
): Promise<void> {
  await Promise.all(people.map(leave))
  await until('every track, connection and socket is closed', async () => {
    const left = await Promise.all(people.map(leftOn))
    return left.filter((words) => words !== '').join('; ')
  })
  await until('the room is empty', async () => {
    const names = site.emulator.rooms().flatMap(peopleIn)
    return names.join()
  })
  await until('no booking is in progress', async () => {
    const open = site.store.all().filter(({ status }) => status === 'in_progress')
    return open
      .map(({ id, meetingTypeName }) => `${meetingTypeName}${id === meetingId ? ' (the last one)' : ''}`)
      .join()
  })
}

async function leave(who: Participant): Promise<void> {
  const giveUp = Date.now() + OUT_WITHIN_MS
  while (Date.now() < giveUp) {
    const { phase, view, hasDialog, controls } = await lookPatiently(who)
    if (phase === 'out') return
    const way = controls.find(({ name }) => WAYS_OUT.includes(name))
    if (view === 'window') await who.page.evaluate(() => window.documentPictureInPicture?.window?.close())
    else if (hasDialog) await who.page.keyboard.press('Escape')
    else if (way) await who.use(way, 0)
    await who.page.waitForTimeout(LOOK_EVERY_MS)
  }
  throw new Error(`${who.name} does not get out of the call: ${JSON.stringify(await who.look())}`)
}

function leftOn({ page, name }: Participant): Promise<string> {
  return page.evaluate((who) => {
    const { tracks, connections, sockets } = window.instruments
    const live = [...tracks].filter(({ readyState }) => readyState === 'live').length
    const playing = document.querySelectorAll('video, audio').length
    const left = { live, connections: connections.size, sockets: sockets.size, playing }
    return Object.values(left).some((count) => count > 0) ? `${who}: ${JSON.stringify(left)}` : ''
  }, name)
}

/** Waits until `read` answers nothing. */
async function until(hope: string, read: () => Promise<string>): Promise<void> {
  const giveUp = Date.now() + OUT_WITHIN_MS
  for (;;) {
    const left = await read()
    if (left === '') return
    if (Date.now() > giveUp) throw new Error(`Not so: ${hope}. Left: ${left}`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

function peopleIn({ status, participants }: RoomInspection): string[] {
  if (status === 'completed') return []
  return participants.filter(({ state }) => state !== 'disconnected').map(({ identity }) => identity)
}
