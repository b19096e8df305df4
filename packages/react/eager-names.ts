// What nearly every app imports, as an entry of the build of its own: what only other names need is not put into the
// files that every page loads. The entry itself is not shipped.
export { MyBookingsList } from './src/bookings/bookings-list/MyBookingsList.tsx'
export { ManagedVideoCall } from './src/call/ManagedVideoCall.tsx'
export { useMeetingLauncher } from './src/launcher/useMeetingLauncher.ts'
export { MeetingProvider } from './src/provider/MeetingProvider.tsx'
