/** A turning ring, as tall as the text beside it. It is decoration: say in words what is waited for. */
export function Spinner() {
  return <span data-meetings-part="spinner" aria-hidden="true" />
}
