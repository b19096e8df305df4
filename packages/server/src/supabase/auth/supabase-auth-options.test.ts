import { describe, expect, it } from 'vitest'
import { part } from '../../../test/supabase-project.ts'
import { type SupabaseAuthOptions, supabaseAuth } from '../index.ts'

const URL_OF_PROJECT = 'https://abcdefghijklmnopqrst.supabase.co'
const legacyKey = (claims: object) => `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`

/** What an environment or plain JavaScript can pass, whatever the types say. */
const create = (options: Record<string, unknown>) =>
  supabaseAuth({ url: URL_OF_PROJECT, key: 'sb_publishable_x', ...options } as SupabaseAuthOptions)

describe('supabaseAuth refuses', () => {
  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /missing/],
    ['no URL', 'project', /no URL/],
    ['another scheme', 'ftp://project.supabase.co', /https/],
    ['the address of an API', `${URL_OF_PROJECT}/rest/v1/`, /without a path/],
    ['the address of an API of one’s own', 'https://supabase.example.com/auth/v1', /without a path/],
    ['a page of the dashboard', 'https://supabase.com/dashboard/project/abcdefghijklmnopqrst', /website/],
    ['a password', 'https://user:password@project.supabase.co', /password/],
    ['a query', `${URL_OF_PROJECT}?apikey=x`, /\?/],
    ['plain http to Supabase', 'http://abcdefghijklmnopqrst.supabase.co', /https:\/\/: over http/],
    ['plain http to a host of one’s own', 'http://supabase.example.com', /https:\/\/: over http/],
    ['plain http to a public address', 'http://203.0.113.7:8000', /https:\/\/: over http/],
  ])('%s as url', (_what, url, problem) => {
    expect(() => create({ url })).toThrow(TypeError)
    expect(() => create({ url })).toThrow(problem)
    expect(() => create({ url })).toThrow(/^supabaseAuth: url .*NEXT_PUBLIC_SUPABASE_URL/)
  })

  it.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /missing/],
    ['an empty text', '', /missing/],
    ['a line break', 'sb_publishable_x\n', /line break/],
    ['the secret key', 'sb_secret_x', /is the secret key/],
    ['the service role key', legacyKey({ role: 'service_role' }), /is the service role key/],
    ["somebody's token", legacyKey({ role: 'authenticated' }), /not the anon key/],
    ['the key of another project', legacyKey({ role: 'anon', ref: 'another' }), /another project/],
  ])('%s as key', (_what, key, problem) => {
    expect(() => create({ key })).toThrow(TypeError)
    expect(() => create({ key })).toThrow(problem)
    expect(() => create({ key })).toThrow(/^supabaseAuth: key .*NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY/)
    if (typeof key === 'string' && key !== '') expect(() => create({ key })).not.toThrow(key.trim())
  })

  it.each([
    [{ cookies: 'yes' }, /cookies/],
    [{ cookies: { name: 'a;b' } }, /cookies/],
    [{ cookies: {} }, /cookies/],
    [{ cookies: null }, null],
    [{ algorithms: [] }, /algorithms/],
    [{ algorithms: ['none'] }, /algorithms/],
    [{ issuers: [] }, /issuers/],
    [{ issuers: [''] }, /issuers/],
    [{ issuers: URL_OF_PROJECT }, /issuers/],
    [{ oauthClients: [7] }, /oauthClients/],
    [{ clockToleranceSeconds: 61 }, /clockToleranceSeconds.*0 to 60/],
    [{ clockToleranceSeconds: Number.NaN }, /clockToleranceSeconds/],
    [{ cacheSeconds: 301 }, /cacheSeconds.*0 to 300/],
    [{ cacheSeconds: -1 }, /cacheSeconds/],
    [{ timeoutMs: 0 }, /timeoutMs.*1 to 60000/],
  ])('%j', (options, problem) => {
    if (problem === null) expect(() => create(options)).not.toThrow()
    else expect(() => create(options)).toThrow(problem)
  })
})

describe('supabaseAuth takes', () => {
  it.each([
    ['a project', {}],
    ['a project with a slash', { url: `${URL_OF_PROJECT}/` }],
    ['the anon key of an older project', { key: legacyKey({ role: 'anon', ref: 'abcdefghijklmnopqrst' }) }],
    [
      'a custom domain with the older key',
      {
        url: 'https://auth.example.com',
        key: legacyKey({ role: 'anon', ref: 'abcdefghijklmnopqrst' }),
      },
    ],
    ['a self-hosted one under a path', { url: 'https://example.com/supabase' }],
    ['the local stack', { url: 'http://127.0.0.1:54321' }],
    ['the local stack by name', { url: 'http://localhost:54321' }],
    ['the local stack by its newer address', { url: 'http://[::1]:54321' }],
    ['a neighbour in the same network', { url: 'http://kong:8000' }],
    ['a private address', { url: 'http://10.0.0.4:8000' }],
    ['plain http where that was meant', { url: 'http://supabase.example.com', allowInsecureUrl: true }],
  ])('%s', (_what, options) => {
    expect(() => create(options)).not.toThrow()
  })
})
