import { type Browser, expect, type Locator } from '@playwright/test'
import { resetBookings, test } from './demo-test.ts'
import { expectMovingPicture, openLobby, type Person, passLobby, signIn } from './person.ts'

const MEETING = 'Consultation'
const [HOST, CUSTOMER, ADMIN] = ['Sam Okafor', 'Alex Rivera', 'Dana Lindqvist']

test.beforeAll(({ demo }) => resetBookings(demo))

test('three people meet, talk, share a screen, lose one to the host, and are all sent home', async ({
  browser,
  demo,
}) => {
  const uncaught: string[] = []
  const arrive = async (name: string) => watchErrors(await signInSmall(browser, demo.url, name), uncaught)
  const [sam, alex, dana] = await Promise.all([arrive(HOST), arrive(CUSTOMER), arrive(ADMIN)])
  const everybody = [sam, alex, dana]
  const bookingId = await bookingIdOf(alex)

  await test.step('they come through the lobby, where they read who is in, one neither seen nor heard', async () => {
    await openLobby(sam, MEETING)
    await expectMovingPicture(preview(sam).locator('video'))
    expect(sam.signalingSockets()).toBe(0)
    await passLobby(sam)
    await Promise.all([
      (async () => {
        await openLobby(alex, MEETING)
        await expect(alex.call.getByText(`${HOST} is already in the call`)).toBeVisible()
        await passLobby(alex)
      })(),
      (async () => {
        await openLobby(dana, MEETING)
        await preview(dana).getByRole('button', { name: 'Mute' }).click()
        await expect(button(dana, 'Join muted')).toBeVisible()
        await preview(dana).getByRole('button', { name: 'Turn camera off' }).click()
        await button(dana, 'Join muted with camera off').click()
      })(),
    ])
  })

  await test.step('everybody sees and hears everybody', async () => {
    await expectMovingPicture(alex.tile(HOST).locator('video'))
    await expectMovingPicture(dana.tile(HOST).locator('video'))
    await expectMovingPicture(sam.tile(CUSTOMER).locator('video'))
    await expectMovingPicture(dana.tile(CUSTOMER).locator('video'))
    for (const person of [sam, alex]) {
      await expect(person.tile(ADMIN)).toHaveAttribute('data-camera', 'off')
      await expect(person.tile(ADMIN).locator('video')).toHaveCount(0)
      await expect(person.tile(ADMIN).getByText('DL', { exact: true })).toBeVisible()
      await expect(mutedSign(person, ADMIN)).toBeVisible()
    }
    await inBar(dana, 'Unmute').click()
    for (const person of [sam, alex]) await expect(mutedSign(person, ADMIN)).toBeHidden()
    for (const person of everybody) await expect.poll(() => soundsIn(person)).toBe(2)
  })

  await test.step('a camera that is turned on appears', async () => {
    await dana.call.getByRole('button', { name: 'Turn camera on' }).click()
    await expectMovingPicture(sam.tile(ADMIN).locator('video'))
  })

  await test.step('a message waits until it is read, and is answered', async () => {
    await write(alex, 'The papers are here: https://example.com/papers')
    await sam.call.getByRole('button', { name: 'Chat, unread: 1' }).click()
    await expect(said(sam).getByRole('link', { name: 'https://example.com/papers' })).toBeVisible()
    await expect(button(sam, 'Chat')).toHaveAttribute('aria-expanded', 'true')
    await write(sam, 'Thank you, Alex.')
    await expect(said(alex).getByText('Thank you, Alex.')).toBeVisible()
    await button(sam, 'Chat').click()
    await button(alex, 'Chat').click()
    await expect(said(alex)).toBeHidden()
  })

  await test.step('a reaction flies over the picture of who sent it', async () => {
    await button(sam, 'React').click()
    await button(sam, 'Applause').click()
    await Promise.all(
      [alex, dana].map((person) =>
        expect(person.tile(HOST).getByRole('img', { name: 'Applause' })).toBeVisible(),
      ),
    )
  })

  await test.step('the host sees a raised hand, and lowers it', async () => {
    await button(alex, 'Raise hand').click()
    await expect(sam.tile(CUSTOMER).getByRole('img', { name: 'Hand raised' })).toBeVisible()
    await expect(sam.page.getByRole('status').filter({ hasText: `${CUSTOMER} raised a hand` })).toHaveCount(1)
    await button(sam, 'People, in the call: 3, hands raised: 1').click()
    await openActions(sam, CUSTOMER)
    await button(sam, `Lower hand of ${CUSTOMER}`).click()
    await expect(button(alex, 'Raise hand')).toBeVisible()
  })

  await test.step('the host mutes everybody, and asks one to unmute, who does', async () => {
    await button(sam, 'Mute everyone').click()
    for (const person of [alex, dana]) await expect(inBar(person, 'Unmute')).toBeVisible()
    await button(sam, `Ask ${CUSTOMER} to unmute`).click()
    const question = alex.call.locator('[data-meetings-part="notice"]', {
      hasText: `${HOST} asks you to unmute`,
    })
    await question.getByRole('button', { name: 'Unmute' }).click()
    await expect(inBar(alex, 'Mute')).toBeVisible()
    await expect(mutedSign(sam, CUSTOMER)).toBeHidden()
    await expect(mutedSign(sam, ADMIN)).toBeVisible()
    await button(sam, 'People, in the call: 3').click()
  })

  await test.step('a shared screen is the largest thing for the others', async () => {
    await button(alex, 'Share screen').click()
    for (const person of [sam, dana]) {
      const screen = person.call.getByRole('figure', { name: `Screen of ${CUSTOMER}` })
      await expectMovingPicture(screen.locator('video'))
      expect(await widthOf(screen)).toBeGreaterThan(2 * (await widthOf(person.tile(CUSTOMER))))
    }
    await button(alex, 'Stop sharing').click()
    await expect(sam.call.getByRole('figure')).toBeHidden()
  })

  await test.step('who is pinned is large, until unpinned', async () => {
    await sam.tile(ADMIN).hover()
    await sam.call.getByRole('button', { name: `Pin ${ADMIN}` }).click()
    await expect
      .poll(async () => (await widthOf(sam.tile(ADMIN))) > 2 * (await widthOf(sam.tile(CUSTOMER))))
      .toBe(true)
    await sam.call.getByRole('button', { name: `Unpin ${ADMIN}` }).click()
    await expect
      .poll(async () => (await widthOf(sam.tile(ADMIN))) / (await widthOf(sam.tile(CUSTOMER))))
      .toBeCloseTo(1, 1)
  })

  await test.step('one goes through the app with the call in a corner, and comes back', async () => {
    await button(dana, 'Minimise').click()
    await dana.page.getByRole('link', { name: 'Notes' }).click()
    await expect(dana.page).toHaveURL(/\/notes$/)
    await expectMovingPicture(dana.page.locator('[data-meetings-part="mini-call"] video').first())
    await dana.page.goBack()
    await dana.card(MEETING).getByRole('button', { name: 'Return to call' }).click()
    await expectMovingPicture(dana.tile(HOST).locator('video'))
    await button(dana, 'Chat, unread: 2').click()
    await expect(said(dana).getByText('Thank you, Alex.')).toBeVisible()
    await button(dana, 'Chat').click()
    expect(dana.signalingSockets()).toBe(1)
  })

  await test.step('the host removes one, who cannot come back', async () => {
    await button(sam, 'People, in the call: 3').click()
    await openActions(sam, CUSTOMER)
    await button(sam, `Remove ${CUSTOMER}`).click()
    await button(sam, 'Remove').click()
    await expect(alex.call.getByRole('heading', { name: 'You were removed from the call' })).toBeFocused()
    await expect(sam.tile(CUSTOMER)).toBeHidden()
    await expect(dana.tile(CUSTOMER)).toBeHidden()
    expect(await alex.liveTracks()).toBe(0)
    await button(alex, 'Close').click()
    await expect(alex.call).toBeHidden()
    await alex.card(MEETING).getByRole('button', { name: 'Join Video Call' }).click()
    await expect(alex.card(MEETING).getByRole('alert')).toContainText(
      'The host removed you from this meeting.',
    )
    await expect(alex.call).toBeHidden()
  })

  await test.step('the host ends it for everybody, and nobody is filmed any more', async () => {
    await button(sam, 'End for everybody').click()
    await sam.call.getByRole('alertdialog').getByRole('button', { name: 'End for everybody' }).click()
    await expect(sam.call).toBeHidden()
    await expect(dana.call.getByRole('heading', { name: 'The call has ended' })).toBeFocused()
    await expect(dana.call.getByText('The meeting was ended for everybody.')).toBeVisible()
    await expect(dana.call.getByText(/^Next: .+, Follow-up$/)).toBeVisible()
    await button(dana, 'Close').click()
    expect(await alex.bookingStatus(bookingId)).toBe('completed')
    for (const person of everybody) {
      await expect(person.card(MEETING).getByText('Completed')).toBeVisible()
      await expect(person.page.locator('video, audio')).toHaveCount(0)
      expect(await person.liveTracks()).toBe(0)
    }
  })

  expect(uncaught).toEqual([])
  await Promise.all(everybody.map(({ context }) => context.close()))
})

/** At a smaller window than usual: three people's pictures are drawn at once, without a graphics card. */
async function signInSmall(browser: Browser, url: string, name: string): Promise<Person> {
  const person = await signIn(browser, url, name)
  await person.page.setViewportSize({ width: 1000, height: 640 })
  return person
}

function watchErrors(person: Person, uncaught: string[]): Person {
  person.page.on('pageerror', (error) => uncaught.push(String(error)))
  return person
}

const button = ({ call }: Person, name: string) => call.getByRole('button', { name, exact: true })
/** The hint at somebody who talks while muted has a button of the same name. */
const inBar = ({ call }: Person, name: string) =>
  call.getByRole('group', { name: 'Call controls' }).getByRole('button', { name, exact: true })
const mutedSign = (person: Person, name: string) => person.tile(name).getByRole('img', { name: 'Muted' })
const field = ({ call }: Person) => call.getByRole('textbox', { name: 'Message to everybody' })
const preview = ({ call }: Person) => call.getByRole('group', { name: 'How others will see you' })
const said = ({ call }: Person) => call.getByRole('log', { name: 'Messages' })

/** Opens the chat where it is not open, and leaves it open. */
async function write(person: Person, text: string): Promise<void> {
  if (await said(person).isHidden()) await button(person, 'Chat').click()
  await field(person).fill(text)
  await field(person).press('Enter')
  await expect(field(person)).toHaveValue('')
}

async function openActions(person: Person, name: string): Promise<void> {
  const panel = person.call.getByRole('region', { name: 'People' })
  await panel.getByRole('button', { name: `Actions for ${name}` }).click()
}

function soundsIn({ page }: Person): Promise<number> {
  return page.evaluate(
    () =>
      [...document.querySelectorAll('audio')].filter(
        ({ srcObject }) =>
          srcObject instanceof MediaStream &&
          srcObject.getAudioTracks().some(({ readyState }) => readyState === 'live'),
      ).length,
  )
}

async function widthOf(element: Locator): Promise<number> {
  return (await element.boundingBox())?.width ?? 0
}

/** Asked of the card, as the list marks it. */
async function bookingIdOf(person: Person): Promise<string> {
  return (await person.card(MEETING).getAttribute('data-booking-id')) ?? ''
}
