-- Portal side of intake 网上提出: drafts, what was handed in, its receipt, and the query codes.
-- The portal encrypts to keys that it does not hold: a dump of these tables holds no word and no name.

create schema intake;

create table intake.draft (
  region     text        not null,
  id         bytea       not null,
  envelope   bytea       not null,
  expires_at timestamptz not null,
  primary key (region, id)
);
create index draft_expiry on intake.draft (region, expires_at);
comment on table  intake.draft            is '没填完的网上表单，用续填码导出的钥加密，七日后删除；工作人员的任何账户都读不到';
comment on column intake.draft.id         is '续填码的带钥摘要，凭它查找，反推不出续填码';
comment on column intake.draft.envelope   is '填写内容，只有续填码能打开；提交后只剩“已提交”一句';

create table intake.draft_file (
  region text  not null,
  draft  bytea not null,
  blob   text  not null,
  primary key (region, draft, blob)
);
comment on table intake.draft_file is '草稿名下的附件，草稿到期未交即一并删除；附件内容另行加密，钥在草稿里';

create table intake.arrival (
  region      text        not null,
  id          uuid        not null,
  intake_no   text        not null,
  code_hmac   bytea       not null,
  code_key    bytea       not null,
  envelope    bytea       not null,
  received_at timestamptz not null,
  channel     text        not null,
  external_id text,
  taken_at    timestamptz,
  primary key (region, id),
  unique (region, intake_no),
  unique (region, code_hmac),
  unique (region, external_id)
);
create index arrival_waiting on intake.arrival (region, received_at) where taken_at is null;
comment on table  intake.arrival             is '门户收下的来件，等办公网登记；门户只能写入，不能读、不能改';
comment on column intake.arrival.id          is '来件的编号，登记后沿用';
comment on column intake.arrival.code_hmac   is '查询码的带钥摘要';
comment on column intake.arrival.code_key    is '由查询码导出的公钥，公开进度时据此加密，只有持码人能打开';
comment on column intake.arrival.envelope    is '全部内容，密封给本区域的公钥，门户自己也打不开';
comment on column intake.arrival.received_at is '收到时间，期限从这天的第二天起算，永不更改';
comment on column intake.arrival.external_id is '外部平台的编号；同一编号只收一次';

create table intake.receipt (
  region     text        not null,
  code_hmac  bytea       not null,
  envelope   bytea       not null,
  expires_at timestamptz not null,
  primary key (region, code_hmac)
);
comment on table intake.receipt is '交给来件人的回执，用查询码导出的公钥密封，凭码随时再看';

create table intake.code (
  region     text        not null,
  code_hmac  bytea       not null,
  code_key   bytea       not null,
  intake     uuid        not null,
  issued_at  timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (region, code_hmac)
);
create index code_of_intake on intake.code (region, intake);
comment on table  intake.code            is '查询码登记：哪个码看哪件来件；码本身不存';
comment on column intake.code.code_key   is '由查询码导出的公钥，公开进度时据此加密';
comment on column intake.code.revoked_at is '补发后旧码作废的时间';

grant usage on schema intake to huiyin_portal, huiyin_office, huiyin_worker;
grant select, insert, update, delete on intake.draft, intake.draft_file to huiyin_portal;
grant insert (region, id, intake_no, code_hmac, code_key, envelope, received_at, channel, external_id) on intake.arrival to huiyin_portal;
grant select, insert on intake.receipt to huiyin_portal;
grant select on intake.arrival to huiyin_office;
grant update (taken_at) on intake.arrival to huiyin_office;
grant select, insert, update (revoked_at) on intake.code to huiyin_office;
grant select on intake.code to huiyin_worker;
grant select, delete on intake.receipt to huiyin_worker;
