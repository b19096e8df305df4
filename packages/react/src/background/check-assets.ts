/** Whatever kind of background: the model that finds the person, and what runs it. */
const SHARED = ['selfie_segmentation_landscape.tflite', 'tflite-simd-1-0-0.js']

/**
 * Rejects when the files are not where the app says. Twilio's processor would wait for a missing worker for ever,
 * take an error page for the model, and not try again as long as the page lives.
 *
 * @param folder ends with `/`
 * @param worker the script of this kind of background
 */
export async function checkAssets(
  folder: string,
  worker: string,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  await Promise.all(
    [worker, ...SHARED].map(async (file) => {
      const url = `${folder}${file}`
      const answer = await fetch(url)
      // Whole, so that the browser has it when the processor asks.
      await answer.arrayBuffer()
      const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
      if (answer.ok && !isPage) return
      throw new Error(
        `${url} answered ${answer.status}${isPage ? ' with a page' : ''}. Copy the folder dist/background of @meetings/react to where the assetsUrl of your MeetingProvider's "background" points.`,
      )
    }),
  )
}
