/** The roles that hosted Supabase brings along, and what it grants them. Roles belong to the whole server. */
export const SUPABASE_ROLES = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'anon') then
      create role anon nologin noinherit;
      create role authenticated nologin noinherit;
      create role service_role nologin noinherit bypassrls;
    end if;
  end $$;
  grant usage on schema public to anon, authenticated, service_role;
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
`

/** What the migration needs of Supabase where nothing of Supabase runs: the roles, and who is signed in. */
export const SUPABASE_STUB = `${SUPABASE_ROLES}
  create schema auth;
  create function auth.uid() returns uuid language sql stable as $$ select null::uuid $$;
  grant usage on schema auth to anon, authenticated, service_role;
`
