-- Transparency 公开: what a holder of a code asked for and the office could not do, said back to that holder alone.
-- The words that were typed go with it, sealed to the code; the office keeps no copy of what it did not take in.

create table transparency.refusal (
  region     text        not null,
  id         uuid        not null,
  code_hmac  bytea       not null,
  envelope   bytea       not null,
  blobs      text[]      not null,
  at         timestamptz not null,
  expires_at timestamptz not null,
  primary key (region, id)
);
create index refusal_of_code on transparency.refusal (region, code_hmac);
create index refusal_expiry on transparency.refusal (region, expires_at);
comment on table  transparency.refusal            is '没能办的话：为什么、怎么办，连同写的原话退回给持码人；用查询码导出的公钥密封，只有持码人能打开，期满删除';
comment on column transparency.refusal.id         is '就是那条话的编号';
comment on column transparency.refusal.blobs      is '随它交来的附件，期满一起删除；打开附件的钥匙只在信封里';

grant select on transparency.refusal to huiyin_portal;
grant insert (region, id, code_hmac, envelope, blobs, at, expires_at) on transparency.refusal to huiyin_office;
grant select, delete on transparency.refusal to huiyin_worker;
comment on column transparency.message.outcome  is 'taken 已办入；refused 不能办入，原因和原话退回给持码人（transparency.refusal）';
comment on column transparency.message.envelope is '内容，密封给本区域的公钥；办入、退回后清空';
