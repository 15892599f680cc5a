-- Who may come in, on what terms, and who decided it.

create table plan (
    name          text primary key,
    burst_quota   integer not null check (burst_quota > 0),
    burst_seconds integer not null check (burst_seconds > 0),
    daily_quota   integer not null check (daily_quota > 0)
);

insert into plan (name, burst_quota, burst_seconds, daily_quota) values
    ('free', 60, 60, 5000),
    ('standard', 600, 60, 100000),
    ('newsroom', 3000, 60, 2000000);

create table partner (
    id            text primary key,
    revision      integer not null,
    name          text not null,
    plan          text not null references plan,
    contact_email text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    ended_at      timestamptz
);

-- Two live partners of one name would be taken for each other.
create unique index partner_name on partner (lower(name)) where ended_at is null;

create table api_key (
    id           text primary key,
    partner      text not null references partner,
    name         text not null,
    sandbox      boolean not null,
    scope        text not null,
    hash         bytea not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz
);

create index api_key_partner on api_key (partner);

create table audit_event (
    id         text primary key,
    at         timestamptz not null,
    actor      text not null,
    credential text,
    action     text not null,
    partner    text not null,
    api_key    text,
    detail     text
);

create index audit_event_partner on audit_event (partner, id);

create table idempotency_key (
    id         text primary key,
    request    text not null,
    made       text not null,
    created_at timestamptz not null
);
