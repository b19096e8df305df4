/** Hands a file to the browser's downloads. Some calendars on phones open it at once. */
export function saveCalendarFile(page: Document, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  const link = page.createElement('a')
  link.href = address
  link.download = 'meeting.ics'
  link.click()
  // Once the click is through: revoked in the same breath, some browsers save nothing.
  setTimeout(() => URL.revokeObjectURL(address))
}
