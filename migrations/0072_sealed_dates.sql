-- Transparency 公开: of an accusation its petitioner may know days: until when it has to be received, and answered. Written by the
-- sealed line alone, sealed to the code; it cannot read them back, and nobody but the holder of the code can open them.

create table transparency.sealed_dates (
  region    text        not null,
  code_hmac bytea       not null,
  part      uuid        not null,
  n         integer     not null,
  envelope  bytea       not null,
  at        timestamptz not null,
  primary key (region, code_hmac, part, n)
);
comment on table  transparency.sealed_dates   is '密件部分给来件人看的日期，没有任何内容；由密件线写入，用查询码导出的公钥密封，只有持码人能打开';
comment on column transparency.sealed_dates.n is '越大越新，只看最新的一条';

grant usage on schema transparency to huiyin_sealed;
grant insert (region, code_hmac, part, n, envelope, at) on transparency.sealed_dates to huiyin_sealed;
grant select on transparency.sealed_dates to huiyin_portal;
grant select, delete on transparency.sealed_dates to huiyin_worker;
