export const AUTH_TOKEN = 'an-auth-token-of-the-test'
