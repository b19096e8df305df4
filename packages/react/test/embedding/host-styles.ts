import bootstrap from 'bootstrap/dist/css/bootstrap.min.css?inline'
import preflight from 'tailwindcss/preflight.css?inline'
import layered from '../../src/styles.css?inline'
import { unlayer } from '../../unlayer.ts'

/** A host's styles, and which of our stylesheets goes with them. */
interface HostStyle {
  host: string
  ours: 'styles.css' | 'styles.unlayered.css'
}

const RESET = `
  *, *::before, *::after { box-sizing: content-box; margin: 0; padding: 0 }
  h2, p, ul { margin: 0 0 1rem }
  button, input { background: none; border: 0; border-radius: 0; font: 16px serif; color: inherit }
`

/** What a page may do to every element. The last three are in no layer. */
export const HOST_STYLES = {
  'no styles': { host: '', ours: 'styles.css' },
  'Tailwind 4': { host: `@layer theme, base, meetings; @layer base { ${preflight} }`, ours: 'styles.css' },
  'Tailwind 3': { host: preflight, ours: 'styles.unlayered.css' },
  'Bootstrap 5': { host: bootstrap, ours: 'styles.unlayered.css' },
  'a reset': { host: RESET, ours: 'styles.unlayered.css' },
} as const satisfies Record<string, HostStyle>

export type HostStyleName = keyof typeof HOST_STYLES

/** Puts a host's stylesheet into the page; answers how to take it away. */
export function addHostStyle(name: HostStyleName): () => void {
  return addSheet(HOST_STYLES[name].host)
}

/** Puts ours into the page, in the form that goes with a host's. */
export function addOurStyle(name: HostStyleName): () => void {
  return addSheet(HOST_STYLES[name].ours === 'styles.css' ? layered : unlayer(layered))
}

function addSheet(text: string): () => void {
  const sheet = document.createElement('style')
  sheet.textContent = text
  document.head.append(sheet)
  return () => sheet.remove()
}
