import { VideoError } from '../errors/video-error.ts'
import { type HttpAnswer, type HttpRequest, RestError } from '../http/http-types.ts'
import type { Participant } from '../room/participant.ts'
import type { Room } from '../room/room.ts'
import type { RoomDirectory } from '../room/room-directory.ts'
import type { RoomType, StatusCallback } from '../room/room-settings.ts'
import { paginate } from './paginate.ts'
import { readRoomSettings } from './read-room-settings.ts'
import { participantResource, type RestPlace, roomResource } from './representations.ts'

export interface RestWorld {
  rooms: RoomDirectory
  accountSid: string
  /** Known only once the port is. */
  url(): string
  defaultStatusCallback: StatusCallback | null
  /** What a room is that is created without a `Type`. */
  defaultRoomType: RoomType
}

/** The part of Twilio's Video REST API that is served here: rooms and participants, under `/v1`. */
export function createRestApi(world: RestWorld): (request: HttpRequest) => HttpAnswer | null {
  const place = (): RestPlace => ({ accountSid: world.accountSid, url: world.url() })

  return (request) => {
    const [version, rooms, roomId, participants, participantId, ...rest] = request.segments
    if (version !== 'v1' || rooms !== 'Rooms' || rest.length > 0) return null
    if (roomId === undefined) return request.method === 'POST' ? createRoom(request) : listRooms(request)
    const room = world.rooms.find(roomId)
    if (!room) throw notFound(`/Rooms/${roomId}`)
    if (participants === undefined) return request.method === 'POST' ? updateRoom(room, request) : show(room)
    if (participants !== 'Participants') return null
    if (participantId === undefined) return listParticipants(room, request)
    const participant = findParticipant(room, participantId)
    if (request.method === 'POST') updateParticipant(room, participant, request)
    return { status: 200, body: participantResource(room, participant, place()) }
  }

  function show(room: Room, status = 200): HttpAnswer {
    return { status, body: roomResource(room, place()) }
  }

  function createRoom({ form }: HttpRequest): HttpAnswer {
    const settings = readRoomSettings(form, world.defaultRoomType)
    const statusCallback = settings.statusCallback ?? world.defaultStatusCallback
    return show(world.rooms.create({ ...settings, statusCallback }, form.get('UniqueName') || null), 201)
  }

  function listRooms({ query }: HttpRequest): HttpAnswer {
    const isOver = query.get('Status') === 'completed'
    const name = query.get('UniqueName')
    const found = world.rooms
      .list()
      .filter((room) => room.isOver === isOver && (name === null || room.name === name))
      .map((room) => roomResource(room, place()))
    return { status: 200, body: paginate('rooms', found, { query, url: `${world.url()}/v1/Rooms` }) }
  }

  function updateRoom(room: Room, { form }: HttpRequest): HttpAnswer {
    if (form.get('Status') !== 'completed' || room.isOver) throw new VideoError(53112)
    room.complete()
    return show(room)
  }

  function listParticipants(room: Room, { query }: HttpRequest): HttpAnswer {
    const status = query.get('Status') ?? (room.isOver ? 'disconnected' : 'connected')
    const identity = query.get('Identity')
    const found = room.everybody
      .filter((participant) => participant.state === status)
      .filter((participant) => identity === null || participant.identity === identity)
      .map((participant) => participantResource(room, participant, place()))
    const url = `${world.url()}/v1/Rooms/${room.sid}/Participants`
    return { status: 200, body: paginate('participants', found, { query, url }) }
  }

  function updateParticipant(room: Room, participant: Participant, { form }: HttpRequest): void {
    if (form.get('Status') !== 'disconnected') throw new VideoError(53112)
    room.remove(participant)
  }
}

/** By SID, or by identity: then the one who is present, else the latest stay. */
function findParticipant(room: Room, id: string): Participant {
  const found = room.everybody.find(({ sid }) => sid === id) ?? room.everybody.find((p) => p.identity === id)
  if (!found) throw notFound(`/Rooms/${room.sid}/Participants/${id}`)
  return found
}

function notFound(resource: string): RestError {
  return new RestError(404, 20404, `The requested resource ${resource} was not found`)
}
