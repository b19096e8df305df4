export type { Cancel, Timers } from './clock/timers.ts'
export { createTwilioEmulator, type TwilioEmulator } from './create-twilio-emulator.ts'
export type { TwilioEmulatorOptions } from './emulator-options.ts'
export type {
  ConnectionInspection,
  ParticipantInspection,
  RoomInspection,
} from './inspector/inspect-rooms.ts'
export type { LoggedMessage } from './inspector/message-log.ts'
export type { QualityLevel } from './media-signaling/network-quality.ts'
export type { RoomType } from './room/room-settings.ts'
export type { IceServer } from './signaling/server-message.ts'
export {
  createSimulateClient,
  type SimulateClient,
  type SimulateClientOptions,
} from './simulate/create-simulate-client.ts'
export { CannotSimulate, NobodyThere } from './simulate/find-people.ts'
export type { RestFault } from './simulate/rest-faults.ts'
export type { Simulate, Where } from './simulate/simulate.ts'
export type { SimulateCall } from './simulate/simulate-calls.ts'
export type { RelayTrouble } from './turn/relay-weather.ts'
