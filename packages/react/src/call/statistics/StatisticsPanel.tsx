'use client'
import { useCallState } from '../../provider/useCallState.ts'
import type { RoomParticipant } from '../../room/room-client.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useAroundWords } from '../notices/useAroundWords.ts'
import { remotesIn } from '../people/people-in-room.ts'
import { useNameOf } from '../people/useNameOf.ts'
import type { TrackRate } from './track-rates.ts'
import { type Rates, useTrackRates } from './useTrackRates.ts'
import { useUnits } from './useUnits.ts'

/** How the connection does, person by person: for whoever wants to know why a call is bad. */
export function Panel() {
  const words = useAroundWords()
  const rates = useTrackRates()
  const nameOf = useNameOf()
  const local = useCallState(selectLocal)
  const remotes = useCallState(remotesIn)
  if (!rates) {
    return (
      <div role="status" data-meetings-part="statistics">
        {rates === undefined && <Spinner />}
        {rates === undefined ? words.measuring : words.nothingToMeasure}
      </div>
    )
  }
  return (
    <div data-meetings-part="statistics">
      {local && <Person person={local} name={words.own} rates={rates} />}
      {remotes.map((person) => (
        <Person key={person.sid} person={person} name={nameOf(person.identity)} rates={rates} />
      ))}
    </div>
  )
}

function Person(props: { person: RoomParticipant; name: string; rates: Rates }) {
  const { person, name, rates } = props
  const words = useAroundWords()
  const { milliseconds } = useUnits()
  const tracks = [
    { label: words.sound, track: person.microphone },
    { label: words.picture, track: person.camera },
    { label: words.screen, track: person.screen },
  ].flatMap(({ label, track }) => {
    const rate = track && rates.get(track.sid)
    return rate ? [{ label, rate }] : []
  })
  const roundTrip = Math.max(...tracks.map(({ rate }) => rate.roundTripMs ?? -1))
  return (
    <section aria-label={name} data-meetings-part="statistics-person">
      <div role="heading" aria-level={3} dir="auto" data-meetings-part="statistics-name">
        {name}
      </div>
      <div data-meetings-part="statistics-direction">{person.isLocal ? words.sending : words.receiving}</div>
      <dl data-meetings-part="statistics-list">
        {tracks.map(({ label, rate }) => (
          <TrackLine key={label} label={label} rate={rate} />
        ))}
        {tracks.length === 0 && <dd>–</dd>}
        {roundTrip >= 0 && (
          <>
            <dt>{words.roundTrip}</dt>
            <dd>{milliseconds(roundTrip)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function TrackLine({ label, rate }: { label: string; rate: TrackRate }) {
  const words = useAroundWords()
  const units = useUnits()
  const { kilobitsPerSecond, lost, width, height, frameRate, codec } = rate
  const facts = [
    kilobitsPerSecond === null ? null : units.bitrate(kilobitsPerSecond),
    width && height ? units.size(width, height) : null,
    frameRate ? units.perSecond(frameRate) : null,
    codec,
    lost === null ? null : `${words.lost}: ${units.share(lost)}`,
  ].filter((fact) => fact !== null)
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {facts.map((fact) => (
          <bdi key={fact}>{fact}</bdi>
        ))}
      </dd>
    </>
  )
}

const selectLocal = ({ session }: CallState) => ('room' in session ? session.room.local : null)
