import type { VideoConformanceOptions } from './video-conformance-options.ts'

const ROOM = 'meeting_0b000000-0000-4000-8000-000000000001'

/** Rooms: made once, ended once, and asked for as often as anybody likes. */
export function roomConformance({ describe, it, expect, createVideo }: VideoConformanceOptions): void {
  describe('endRoom', () => {
    it('is content with a room that never was', async () => {
      const { video } = await createVideo()
      expect(await video.endRoom('meeting_nobody-was-here')).toEqual(undefined)
    })

    it('ends a room, the first time and every other time', async () => {
      const { video, isRoomOpen } = await createVideo()
      await video.createRoom?.({ roomName: ROOM })
      await Promise.all([video.endRoom(ROOM), video.endRoom(ROOM)])
      await video.endRoom(ROOM)
      if (isRoomOpen) expect(await isRoomOpen(ROOM)).toEqual(false)
    })

    it('ends that room and no other', async () => {
      const { video, isRoomOpen } = await createVideo()
      if (!video.createRoom || !isRoomOpen) return
      await video.createRoom({ roomName: ROOM })
      await video.createRoom({ roomName: `${ROOM}-other` })
      await video.endRoom(ROOM)
      expect(await isRoomOpen(`${ROOM}-other`)).toEqual(true)
    })
  })

  describe('createRoom', () => {
    it('makes a room, and is content with one that is there', async () => {
      const { video, isRoomOpen } = await createVideo()
      if (!video.createRoom) return
      await video.createRoom({ roomName: ROOM, maxParticipants: 4 })
      await Promise.all([video.createRoom({ roomName: ROOM }), video.createRoom({ roomName: ROOM })])
      if (isRoomOpen) expect(await isRoomOpen(ROOM)).toEqual(true)
    })

    it('takes any length of stay: a minute, a meeting, a week', async () => {
      const { video, isRoomOpen } = await createVideo()
      if (!video.createRoom) return
      for (const maxParticipantSeconds of [60, 5400, 604_800]) {
        const roomName = `${ROOM}-${maxParticipantSeconds}`
        await video.createRoom({
          roomName,
          maxParticipantSeconds,
          statusCallbackUrl: 'https://app.example.com/api/meetings/twilio/status-callback',
        })
        if (isRoomOpen) expect(await isRoomOpen(roomName)).toEqual(true)
      }
    })

    it('makes a room again that has ended', async () => {
      const { video, isRoomOpen } = await createVideo()
      if (!video.createRoom) return
      await video.createRoom({ roomName: ROOM })
      await video.endRoom(ROOM)
      await video.createRoom({ roomName: ROOM })
      if (isRoomOpen) expect(await isRoomOpen(ROOM)).toEqual(true)
    })
  })

  describe('removeParticipant', () => {
    const nobody = { roomName: ROOM, identity: 'nobody-was-here' }

    it('is content with somebody who is not in, in a room and without one', async () => {
      const { video } = await createVideo()
      if (!video.removeParticipant) return
      expect(await video.removeParticipant(nobody)).toEqual(undefined)
      await video.createRoom?.({ roomName: ROOM })
      await Promise.all([video.removeParticipant(nobody), video.removeParticipant(nobody)])
    })

    it('leaves the room open', async () => {
      const { video, isRoomOpen } = await createVideo()
      if (!video.removeParticipant || !video.createRoom || !isRoomOpen) return
      await video.createRoom({ roomName: ROOM })
      await video.removeParticipant(nobody)
      expect(await isRoomOpen(ROOM)).toEqual(true)
    })

    it('needs a room and an identity: without them it would be about everybody', async () => {
      const { video } = await createVideo()
      if (!video.removeParticipant) return
      const outcomes = await Promise.allSettled([
        video.removeParticipant({ ...nobody, roomName: '' }),
        video.removeParticipant({ ...nobody, identity: '' }),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    })
  })

  describe('a room without a name', () => {
    it('can neither be made nor ended', async () => {
      const { video } = await createVideo()
      const outcomes = await Promise.allSettled([
        video.endRoom(''),
        video.createRoom?.({ roomName: '' }) ?? Promise.reject(new Error('no rooms to make')),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    })
  })
}
