import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import * as api from './index.ts'

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'CallAudio',
    'ManagedVideoCall',
    'MeetingProvider',
    'MeetingsBooking',
    'MeetingsBookingModal',
    'MyBookingsList',
    'VideoCallModal',
    'bookingsKeys',
    'bookingsQueryOptions',
    'describeError',
    'useBookings',
    'useBookingsQueryOptions',
    'useCall',
    'useChat',
    'useDevices',
    'useLocalMedia',
    'useMeeting',
    'useMeetingLauncher',
    'useMeetingTypes',
    'useParticipants',
    'useSchedule',
  ])
})

it('renders on a server: the app, a list that loads, and no call', () => {
  const { ManagedVideoCall, MeetingProvider, MyBookingsList } = api
  const app = createElement(
    MeetingProvider,
    null,
    createElement('main', null, createElement(MyBookingsList)),
    createElement(ManagedVideoCall),
  )
  expect(renderToString(app)).toMatch(/^<main>.*<\/main>$/s)
})
