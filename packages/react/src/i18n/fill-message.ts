/**
 * Puts values into the `{name}` places of a message. Messages are plain strings, not functions, so that
 * they can come from JSON or cross from a server component. A place without a value stays as it is.
 */
export function fillMessage(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place)
}
