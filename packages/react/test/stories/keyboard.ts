import { userEvent, waitFor } from 'storybook/test'

/** Presses something as somebody without a mouse does. Waits until it is there. */
export async function press(find: () => HTMLElement | null | undefined, key = '{Enter}'): Promise<void> {
  const element = await waitFor(() => {
    const found = find()
    if (!found) throw new Error('What is to be pressed is not there.')
    return found
  })
  element.focus()
  await userEvent.keyboard(key)
}

const part = (canvas: HTMLElement, selector: string) => canvas.querySelector<HTMLElement>(selector)

/** The first free day, in any language. */
export const chooseDay = (canvas: HTMLElement) =>
  press(() => part(canvas, '[data-meetings-part="day"][data-state="free"]'))

/** The first free day, then its first time, in any language: the form. */
export async function chooseTime(canvas: HTMLElement): Promise<void> {
  await chooseDay(canvas)
  await press(() => part(canvas, '[data-meetings-part="time"]'))
}

/** To the confirmation, in any language. */
export async function book(canvas: HTMLElement): Promise<void> {
  await chooseTime(canvas)
  await press(() => part(canvas, '[data-meetings-part="booking-form"] button[type="submit"]'))
}
