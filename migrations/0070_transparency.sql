-- Transparency 公开: what the petitioner may see and say with the query code, and what anyone may see.

create schema transparency;

create table transparency.progress (
  region       text        not null,
  code_hmac    bytea       not null,
  envelope     bytea       not null,
  published_at timestamptz not null,
  expires_at   timestamptz not null,
  primary key (region, code_hmac)
);
comment on table  transparency.progress          is '公开给来件人的进度，一码一行；用查询码导出的公钥密封，只有持码人能打开';
comment on column transparency.progress.envelope is '环节、期限、经办人、文书、评价；检举控告只有“已移交”一句';

create table transparency.message (
  region    text        not null,
  id        uuid        not null,
  code_hmac bytea       not null,
  kind      text        not null,
  envelope  bytea       not null,
  at        timestamptz not null,
  taken_at  timestamptz,
  outcome   text,
  primary key (region, id)
);
create index message_waiting on transparency.message (region, at) where taken_at is null;
comment on table  transparency.message          is '持码人在门户上说的、做的：评价、补充、投诉、改联系方式、同意电子送达、下载文书；门户只能写入';
comment on column transparency.message.envelope is '内容，密封给本区域的公钥';
comment on column transparency.message.outcome  is 'taken 已办入；refused 不能办入，原因写在回给来件人的进度里';

grant usage on schema transparency to huiyin_portal, huiyin_office, huiyin_worker;
grant select on transparency.progress to huiyin_portal;
grant insert (region, id, code_hmac, kind, envelope, at) on transparency.message to huiyin_portal;
grant select, insert, update, delete on transparency.progress to huiyin_worker;
grant select on transparency.message to huiyin_office;
grant update (taken_at, outcome) on transparency.message to huiyin_office;
