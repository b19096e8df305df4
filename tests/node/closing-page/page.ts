// The page of `closing-page.test.ts`: what a form keeps its slot with, over this browser's own fetch and window.
import { createMeetingsClient } from '../../../packages/react/src/client/create-meetings-client.ts'
import { createSchedulingClient } from '../../../packages/react/src/client/create-scheduling-client.ts'
import { createMeetingClock } from '../../../packages/react/src/clock/create-meeting-clock.ts'
import { systemClock } from '../../../packages/react/src/clock/system-clock.ts'
import { browserPage } from '../../../packages/react/src/page/browser-page.ts'
import { createHoldKeeper } from '../../../packages/react/src/scheduling/hold/hold-keeper.ts'

const clock = createMeetingClock(systemClock())
const { send } = createMeetingsClient({
  clock,
  getAccessToken: () => 'ana',
  fetch: (input, init) => fetch(input, init),
})
const keeper = createHoldKeeper({
  client: createSchedulingClient(send),
  clock,
  page: browserPage(() => window),
})
const show = () => {
  document.title = keeper.getState().status
}
keeper.subscribe(show)
keeper.watchPage()
const asked = new URLSearchParams(location.search)
keeper.keep(asked.get('type') ?? '', asked.get('start') ?? '')
show()
