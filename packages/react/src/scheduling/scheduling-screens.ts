// What the chunk of booking is made of.
export { BookingBody } from './BookingBody.tsx'
export { BookingDialog } from './dialog/BookingDialog.tsx'
