-- Insight 研判: search. The index holds keyed hashes of two-character pieces, and of which units may look; no word, no name.

create schema insight;

create table insight.text (
  holder_region text        not null,
  region        text        not null,
  subject       uuid        not null,
  no            text        not null,
  stage         text        not null,
  kind          text,
  category      text,
  channel       text        not null,
  received_at   timestamptz not null,
  title         uuid        not null,
  texts         uuid[]      not null,
  tokens        tsvector    not null,
  primary key (holder_region, region, subject)
);
comment on table  insight.text        is '检索：由后台跟随办理动作维护，可重建；未甄别的来件和检举控告不在其中';
comment on column insight.text.texts  is '命中后要核对的文字编号，文字加密存放';
comment on column insight.text.tokens is '两字一段的带钥摘要，加上可查阅单位的带钥摘要';
create index text_tokens on insight.text using gin (tokens);
create index text_newest on insight.text (holder_region, received_at desc, subject);

grant usage on schema insight to huiyin_office, huiyin_worker;
grant select on insight.text to huiyin_office;
grant select, insert, update, delete on insight.text to huiyin_worker;
