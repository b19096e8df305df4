'use client'
import type { Booking } from '@meetings/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'
import { MyBookingsList } from '../../bookings/bookings-list/MyBookingsList.tsx'
import { useAriaLocale, useBookedNews } from '../BookingBody.tsx'
import { BookingSteps } from '../flow/BookingSteps.tsx'
import { FlowContext } from '../flow/FlowContext.tsx'
import { useBookingFlow } from '../flow/useBookingFlow.ts'
import type { BookingServices } from '../load-scheduling.ts'
import type { MeetingsBookingModalProps, MeetingsTab } from '../MeetingsBookingModal.tsx'
import { SchedulingIcon } from '../SchedulingIcon.tsx'
import { useSchedulingWords } from '../useSchedulingWords.ts'
import { topLayerOf } from './top-layer-of.ts'
import { useKeepHostDialogs } from './useKeepHostDialogs.ts'
import { useRoomAbove } from './useRoomAbove.ts'

/**
 * `<MeetingsBookingModal>` once it has loaded. The flow lives here, above what the dialog unmounts when it
 * closes: so it is found as it was left.
 */
export function BookingDialog(props: MeetingsBookingModalProps & BookingServices) {
  const { open, onOpenChange, defaultTab, reschedule = null, customer, meetingTypeId, client, page } = props
  const access = useBookingFlow({ client, page, moving: reschedule, customer })
  const { flow, dispatch } = access
  const words = useSchedulingWords()
  const locale = useAriaLocale()
  const [tab, setTab] = useState<MeetingsTab>(firstTab)
  const container = useMemo(() => (open ? topLayerOf(document) : null), [open])
  useKeepHostDialogs(open)
  useRoomAbove(open)
  useBookedNews(flow.at.step === 'done' ? flow.at.booking : null, props.onBooked)

  // It opens where the host wants it, with the booking the host wants moved.
  const wasOpen = useRef(open)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only opening and closing count.
  useEffect(() => {
    if (wasOpen.current === open) return
    wasOpen.current = open
    if (open) setTab(firstTab())
    const isOther = open && (reschedule?.id ?? flow.moving?.id) !== flow.moving?.id
    if (isOther || (!open && flow.at.step === 'done')) {
      dispatch({ type: 'restarted', moving: open ? reschedule : null })
    }
  }, [open])

  function firstTab(): MeetingsTab {
    return defaultTab ?? (reschedule ? 'book-new-meeting' : 'my-meetings')
  }

  const bookTitle = flow.moving ? words.moveMeeting : words.bookNewMeeting
  return (
    <I18nProvider {...locale}>
      <ModalOverlay
        isOpen={open}
        onOpenChange={onOpenChange}
        isDismissable
        // A click beside it while somebody fills a form is a slip, not a wish.
        shouldCloseOnInteractOutside={() => tab === 'my-meetings'}
        className="meetings-root"
        data-meetings-part="modal-layer"
        {...(container && { UNSTABLE_portalContainer: container })}
      >
        <Modal className="" data-meetings-part="modal">
          <Dialog
            aria-label={tab === 'my-meetings' ? words.myMeetings : bookTitle}
            className=""
            data-meetings-part="modal-dialog"
          >
            <Tabs
              selectedKey={tab}
              onSelectionChange={(key) => setTab(key as MeetingsTab)}
              className=""
              data-meetings-part="modal-tabs"
            >
              <div data-meetings-part="modal-bar">
                <TabList aria-label={words.myMeetings} className="" data-meetings-part="tab-list">
                  <Tab id="my-meetings" className="" data-meetings-part="tab">
                    {words.myMeetings}
                  </Tab>
                  <Tab id="book-new-meeting" className="" data-meetings-part="tab">
                    {bookTitle}
                  </Tab>
                </TabList>
                <button
                  type="button"
                  aria-label={words.close}
                  data-meetings-part="icon-button"
                  onClick={() => onOpenChange(false)}
                >
                  <SchedulingIcon name="close" />
                </button>
              </div>
              <TabPanel id="my-meetings" className="" data-meetings-part="tab-panel">
                <MyBookingsList
                  {...props.list}
                  onBook={() => goBook(null)}
                  onReschedule={(booking) => goBook(booking)}
                />
              </TabPanel>
              <TabPanel id="book-new-meeting" className="" data-meetings-part="tab-panel">
                <FlowContext.Provider value={access}>
                  <div data-meetings-part="booking" data-step={flow.at.step}>
                    <BookingSteps meetingTypeId={meetingTypeId} onShowMeetings={showMeetings} />
                  </div>
                </FlowContext.Provider>
              </TabPanel>
            </Tabs>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )

  function goBook(moving: Booking | null): void {
    // What was begun goes on, unless it was about another meeting.
    if (moving?.id !== flow.moving?.id) dispatch({ type: 'restarted', moving })
    setTab('book-new-meeting')
  }

  function showMeetings(): void {
    setTab('my-meetings')
    dispatch({ type: 'restarted', moving: null })
  }
}
