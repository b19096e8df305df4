import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StatusCallbacks } from './callbacks/status-callbacks.ts'
import { systemTimers } from './clock/timers.ts'
import { checkOptions, type TwilioEmulatorOptions } from './emulator-options.ts'
import { VideoError } from './errors/video-error.ts'
import { createHttpHandler } from './http/create-http-handler.ts'
import { type SocketHandler, serveWebSockets } from './http/serve-web-sockets.ts'
import { InsightsConnection } from './insights/insights-connection.ts'
import { createInspectorApi } from './inspector/create-inspector-api.ts'
import { inspectRooms, type RoomInspection } from './inspector/inspect-rooms.ts'
import { serveInspector } from './inspector/serve-inspector.ts'
import { openWeriftPeer } from './media-signaling/open-werift-peer.ts'
import { createRestApi } from './rest/create-rest-api.ts'
import { describeEvent } from './room/describe-event.ts'
import { randomIds } from './room/ids.ts'
import { RoomDirectory } from './room/room-directory.ts'
import { defaultSettings, type RoomSettings, type StatusCallback } from './room/room-settings.ts'
import { serveSignaling } from './signaling/serve-signaling.ts'
import type { IcePurpose } from './signaling/signaling-session.ts'
import type { TextSocket } from './signaling/text-socket.ts'
import { createSimulate } from './simulate/create-simulate.ts'
import { RestFaults } from './simulate/rest-faults.ts'
import type { Simulate } from './simulate/simulate.ts'
import { Weather } from './simulate/weather.ts'
import { verifyAccessToken } from './token/verify-access-token.ts'
import { openNodeUdp } from './turn/open-node-udp.ts'
import { createRelay } from './turn/relay.ts'
import { RelayWeather } from './turn/relay-weather.ts'

/** A running emulator. */
export interface TwilioEmulator {
  /** Origin of the REST API: set `client.video.baseUrl` of the `twilio` library to it. */
  url: string
  /** Pass it to `Video.connect()` as `wsServer`, together with `insights: false`. */
  signalingUrl: string
  /** A page that shows what goes on in the rooms and brings bad luck to them, for a browser on this machine. */
  inspectorUrl: string
  /** Takes the SDK's telemetry (`wsServerInsights`) and forgets it. */
  insightsUrl: string
  simulate: Simulate
  /** Resolves when every status callback so far was answered or given up; those held back do not count. */
  callbacksSettled(): Promise<void>
  /** What goes on in the rooms, the newest first. */
  rooms(): RoomInspection[]
  /** How many clients have a place on the TURN server: none, when calls and checks have cleaned up. */
  relayed(): number
  /** Ends every room and forgets all of them, also what is simulated, as if it had just started. Sends no callbacks about it. */
  reset(): void
  /** Ends everything at once and frees the port. Idempotent. */
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/**
 * Starts a local Twilio Video on 127.0.0.1: signalling for `twilio-video`, REST for the `twilio` library, and
 * signed status callbacks. Rejects with a `TypeError` for options that cannot work, and with an `Error` whose
 * code is `EADDRINUSE` when the port is taken.
 */
export async function createTwilioEmulator(options: TwilioEmulatorOptions): Promise<TwilioEmulator> {
  checkOptions(options)
  const { accountSid, apiKeys, authToken = null, log = () => {}, timers = systemTimers } = options
  const readClock = options.now ?? (() => new Date())
  const now = () => readClock().getTime()
  const onFault = (error: unknown) => log(`Unexpected: ${error instanceof Error ? error.name : typeof error}`)

  let isQuiet = false
  const callbacks = new StatusCallbacks({ accountSid, authToken, fetch: options.fetch ?? fetch, now, log })
  const statusCallback = fullCallback(options.statusCallback)
  const rooms = new RoomDirectory(
    {
      ids: randomIds,
      timers,
      now,
      openPeer: openWeriftPeer,
      sessionTimeoutSeconds: options.sessionTimeoutSeconds ?? 30,
      onEvent: (event) => {
        if (isQuiet) return
        log(describeEvent(event))
        callbacks.notify(event)
      },
    },
    { adHoc: adHocSettings(options, statusCallback), allowAdHoc: options.allowAdHocRooms ?? true },
  )
  const faults = new RestFaults()
  const weather = new Weather(timers)
  const forgetRooms = () => {
    isQuiet = true
    rooms.clear()
    isQuiet = false
  }
  const relayWeather = new RelayWeather(timers)
  const relay = createRelay({
    ...{ openUdp: openNodeUdp, weather: relayWeather, timers, now },
    newId: randomIds.uuid,
  })
  const simulate = createSimulate({ rooms, faults, callbacks, weather, relayWeather, now, forgetRooms })
  const reset = () => {
    forgetRooms()
    relay.clear()
    simulate.clear()
  }

  const rest = createRestApi({
    rooms,
    accountSid,
    url: () => url,
    defaultStatusCallback: statusCallback,
    // New accounts of Twilio make group rooms.
    defaultRoomType: options.roomType ?? 'group',
  })
  const inspect = () => inspectRooms(rooms.list(), options.nameOf)
  const inspector = createInspectorApi({ rooms: inspect, simulate, relayed: () => relay.size, reset })
  const handle = createHttpHandler({
    auth: { accountSid, apiKeys, authToken },
    faults,
    route: (request) => rest(request) ?? inspector(request),
    onFault,
  })
  const serve = serveInspector({ rooms: inspect, simulate, onFault })
  const server = createServer((request, response) => {
    if (!serve(request, response)) void handle(request, response)
  })
  const verifyToken = async (token: string) => {
    const admission = await verifyAccessToken(token, { accountSid, apiKeys, now })
    if (weather.isExpired(token)) throw new VideoError(20104)
    weather.noteToken(admission.identity, token)
    return admission
  }
  const signaling = {
    rooms,
    iceServers: async (purpose: IcePurpose) =>
      options.iceServers ?? (purpose === 'preflight' || options.turn === 'always' ? relay.iceServers() : []),
    verifyToken,
    onFault,
    weather,
    timers,
    now,
  }
  const webSockets = serveWebSockets(server, () => weather.isDown, {
    '/signaling': (socket) => serveSignaling(socket, signaling),
    '/v1/VideoEvents': (socket) => serveInsights(socket, verifyToken),
  })

  const port = await listen(server, options.port ?? 0)
  const url = `http://${HOST}:${port}`
  let closing: Promise<void> | null = null
  return {
    url,
    signalingUrl: `ws://${HOST}:${port}/signaling`,
    insightsUrl: `ws://${HOST}:${port}/v1/VideoEvents`,
    inspectorUrl: `${url}/inspector`,
    simulate,
    callbacksSettled: () => callbacks.settled(),
    rooms: inspect,
    relayed: () => relay.size,
    reset,
    close() {
      closing ??= (async () => {
        callbacks.stop()
        reset()
        webSockets.close()
        relay.close()
        await stopListening(server)
      })()
      return closing
    },
  }
}

function serveInsights(socket: TextSocket, verifyToken: (token: string) => Promise<unknown>): SocketHandler {
  const insights = new InsightsConnection({ verifyToken, newSession: randomIds.uuid }, socket)
  return { receive: (frame) => void insights.receive(frame), closed: () => {} }
}

function adHocSettings(options: TwilioEmulatorOptions, statusCallback: StatusCallback | null): RoomSettings {
  const settings = defaultSettings(options.roomType ?? 'peer-to-peer')
  const maxParticipants = Math.min(
    options.maxParticipants ?? Number.POSITIVE_INFINITY,
    settings.maxParticipants,
  )
  return { ...settings, maxParticipants, statusCallback }
}

function fullCallback(callback: TwilioEmulatorOptions['statusCallback']): StatusCallback | null {
  return callback ? { url: callback.url, method: callback.method ?? 'POST' } : null
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, HOST, resolve)
  })
  return (server.address() as AddressInfo).port
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  const text = `Port ${port} is taken by another program. Choose another port, or 0 for any free one.`
  return Object.assign(new Error(text), { code: error.code })
}

async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
