-- Sealed: of a letter that was an accusation altogether the ordinary desk may give out no new query code, for it may not know of it.
-- The sealed line does, and puts here, by digest and public key alone, which code takes the place of which; a moment later the ordinary
-- side ends the one and enters the other, and the line is gone. It tells nothing that the ordinary side does not know of the code already.

create table intake.given_code (
  region    text        not null,
  code_hmac bytea       not null,
  code_key  bytea       not null,
  replaces  bytea[]     not null,
  given_at  timestamptz not null,
  primary key (region, code_hmac)
);
comment on table  intake.given_code           is '密件线补发的查询码：只有带钥摘要和公钥；登记后即删，不说是哪一件、为什么补发';
comment on column intake.given_code.code_hmac is '新码的带钥摘要';
comment on column intake.given_code.code_key  is '由新码导出的公钥，公开进度时据此加密';
comment on column intake.given_code.replaces  is '被替换的查询码的带钥摘要，登记时一并作废';

grant usage on schema intake to huiyin_sealed;
grant insert (region, code_hmac, code_key, replaces, given_at) on intake.given_code to huiyin_sealed;
grant select, delete on intake.given_code to huiyin_office;
