import type { HostSchedule } from '@meetings/contract'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { bookingSetup } from '../../test/booking-for-tests.tsx'
import { availabilityQuery } from '../scheduling/queries/availability-query.ts'
import { useMeetingTypes } from './useMeetingTypes.ts'
import { useSchedule } from './useSchedule.ts'

afterEach(cleanup)

const HOURS: HostSchedule = {
  timeZone: 'Europe/Berlin',
  weekly: [{ weekday: 1, from: '09:00', to: '17:00' }],
  overrides: [],
  timeOff: [],
}

function render<T>(use: () => T, ...options: Parameters<typeof bookingSetup>) {
  const setup = bookingSetup(...options)
  return { ...setup, ...renderHook(use, { wrapper: ({ children }) => setup.wrap(children) }) }
}

describe('useSchedule', () => {
  it('has no hours until some are saved', async () => {
    const { result, schedule } = render(() => useSchedule())
    expect(result.current.status).toBe('loading')
    await waitFor(() => expect(result.current).toMatchObject({ status: 'ready', schedule: null }))
    await act(async () => expect(await result.current.save(HOURS)).toEqual({ saved: true, fields: [] }))
    await waitFor(() =>
      expect(result.current).toMatchObject({ schedule: HOURS, problem: null, isSaving: false }),
    )
    expect(schedule.calls.filter((verb) => verb === 'mySchedule')).toHaveLength(1)
  })

  it('tells which fields the server refused, and keeps the hours that hold', async () => {
    const { result, schedule } = render(() => useSchedule())
    await waitFor(() => expect(result.current.status).toBe('ready'))
    const fields = [{ path: 'weekly.0.to', message: 'must be after from' }]
    schedule.failNext('saveSchedule', { code: 'VALIDATION_FAILED', retryable: false, details: { fields } })
    await act(async () => expect(await result.current.save(HOURS)).toEqual({ saved: false, fields }))
    await waitFor(() => expect(result.current.fields).toEqual(fields))
    expect(result.current).toMatchObject({ schedule: null, problem: { code: 'VALIDATION_FAILED' } })
    await act(async () => void (await result.current.save(HOURS)))
    await waitFor(() => expect(result.current).toMatchObject({ schedule: HOURS, fields: [], problem: null }))
  })

  it('says that it could not load, and loads on retry', async () => {
    const { result } = render(() => useSchedule(), {
      prepare: ({ schedule }) => schedule.failNext('mySchedule', { code: 'INTERNAL', retryable: false }),
    })
    await waitFor(() =>
      expect(result.current).toMatchObject({ status: 'failed', problem: { code: 'INTERNAL' } }),
    )
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.status).toBe('ready'))
  })

  it('has free times asked for again once hours are saved', async () => {
    const { result, schedule, clock, queryClient } = render(() => useSchedule())
    const query = { meetingTypeId: 'consultation', from: '2026-11-23', to: '2026-11-24', timeZone: 'UTC' }
    const options = availabilityQuery({ client: schedule, clock }, query)
    await queryClient.prefetchQuery(options)
    await waitFor(() => expect(result.current.status).toBe('ready'))
    await act(async () => void (await result.current.save(HOURS)))
    expect(queryClient.getQueryState(options.queryKey)?.isInvalidated).toBe(true)
  })

  it('waits while it is not enabled', async () => {
    const { result, schedule } = render(() => useSchedule({ enabled: false }))
    await act(async () => {})
    expect([result.current.status, schedule.calls]).toEqual(['loading', []])
  })
})

describe('useMeetingTypes', () => {
  it('tells what can be booked, and with whom', async () => {
    const { result } = render(() => useMeetingTypes())
    await waitFor(() => expect(result.current.status).toBe('ready'))
    expect(result.current.meetingTypes.map(({ name, hosts }) => [name, hosts[0]?.name])).toEqual([
      ['Consultation', 'Sam Rivera'],
    ])
  })

  it('says that it could not, and asks again on retry', async () => {
    const { result } = render(() => useMeetingTypes(), {
      prepare: ({ schedule }) => schedule.failNext('listMeetingTypes', { retryable: false }),
    })
    await waitFor(() => expect(result.current.status).toBe('failed'))
    expect(result.current.meetingTypes).toEqual([])
    act(() => result.current.retry())
    await waitFor(() => expect(result.current.status).toBe('ready'))
  })
})
