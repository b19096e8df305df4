import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

/** What a schema of the document, given by its JSON pointer, finds wrong with a value; empty when nothing is. */
export function problemsIn(document: object): (pointer: string, value: unknown) => string[] {
  const validator = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(validator)
  validator.addSchema({ $id: 'https://example.com/api', ...document })
  return (pointer, value) => {
    const validate = validator.compile({ $ref: `https://example.com/api#${pointer}` })
    if (validate(value)) return []
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}

/** The same document, whose objects hold nothing that is not listed: to notice what nobody described. */
export function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closed) as T
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]))
  const isOpen = copy['type'] === 'object' && copy['properties'] && copy['additionalProperties'] === undefined
  return (isOpen ? { ...copy, additionalProperties: false } : copy) as T
}
