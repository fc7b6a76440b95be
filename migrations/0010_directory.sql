-- Directory 名录: organs, people, posts, and how an official signs in. Officials only, never a petitioner.
-- Acts on accounts and organs are actions of history; these rows say how things stand now.

create schema directory;

create table directory.version (
  region text   primary key,
  n      integer not null
);
comment on table directory.version is '名录版本：单位、人员、职务有变即加一，各进程据此更新内存中的名录';

create table directory.organ (
  region             text    not null,
  unit               text    not null,
  id                 uuid    not null,
  version            integer not null,
  position           integer not null,
  name               text    not null,
  short_name         text    not null,
  type               text    not null,
  level              text    not null,
  division           text    not null,
  parent             text,
  superiors          jsonb   not null default '[]',
  discipline         text,
  leaders_discipline text,
  complaints_to      text,
  petition_dept      boolean not null default false,
  duties             jsonb   not null default '[]',
  address            text    not null default '',
  phones             jsonb   not null default '[]',
  hours              text    not null default '',
  document_word      text    not null default '',
  document_words     jsonb   not null default '{}',
  valid_from         date    not null,
  valid_to           date,
  successor          text,
  primary key (region, unit)
);
comment on table  directory.organ                    is '机关、单位；代码以租户开头，永不变更，撤并后另立新码';
comment on column directory.organ.id                 is '办理留痕中的对象编号';
comment on column directory.organ.position           is '在列表中的次序，不按数量排序';
comment on column directory.organ.division           is '行政区划代码，只说明所在地';
comment on column directory.organ.parent             is '隶属单位，可在另一租户';
comment on column directory.organ.superiors          is '有权复查的机关，通常的在前；空则为隶属单位';
comment on column directory.organ.discipline         is '按干部管理权限有权受理检举控告的纪检监察机关，下级沿用';
comment on column directory.organ.leaders_discipline is '其领导干部的检举控告由谁受理';
comment on column directory.organ.complaints_to      is '对其作风的投诉由谁答复，下级沿用，必在被投诉单位之外';
comment on column directory.organ.duties             is '权责清单：编号、事项、常用词、依据';
comment on column directory.organ.document_word      is '机关代字';
comment on column directory.organ.document_words     is '个别文种另有代字的，按文种';
comment on column directory.organ.successor          is '撤并后由谁承接（第二十四条第二款）';

create table directory.person (
  region text not null,
  id     uuid not null,
  name   text not null,
  phone  text not null default '',
  primary key (region, id)
);
comment on table  directory.person       is '机关工作人员；绝不存放信访人';
comment on column directory.person.phone is '办公电话，依法告知信访人';

create table directory.membership (
  region       text  not null,
  unit         text  not null,
  person       uuid  not null,
  stands_in_for text not null default '',
  nth          integer not null,
  post         text  not null,
  roles        jsonb not null default '[]',
  valid_from   date  not null,
  valid_to     date,
  primary key (region, unit, person, stands_in_for)
);
comment on table  directory.membership               is '职务：某人代表某单位，以何角色；一人可有数职';
comment on column directory.membership.nth           is '本人的第几个职务，0 为主要职务';
comment on column directory.membership.stands_in_for is '代班：代谁（人员编号）；角色随被代者，不另存';

create table directory.account (
  region          text    not null,
  person          uuid    not null,
  login           text    not null,
  password_hash   text    not null,
  must_change     boolean not null default false,
  locked_at       timestamptz,
  totp            bytea,
  totp_pending    bytea,
  totp_step       integer not null default 0,
  last_sign_in_at timestamptz,
  primary key (region, person),
  unique (region, login)
);
comment on table  directory.account               is '登录账号';
comment on column directory.account.password_hash is 'argon2id';
comment on column directory.account.must_change   is '一次性密码，下次登录须改';
comment on column directory.account.totp          is '动态口令密钥，以区域主钥加密';
comment on column directory.account.totp_step     is '已用过的最后一个时间步，用过的口令不再有效';

create table directory.recovery_code (
  region text  not null,
  person uuid  not null,
  hash   bytea not null,
  primary key (region, person, hash)
);
comment on table directory.recovery_code is '动态口令的恢复码，只存摘要，用一个少一个';

create table directory.attempt (
  region       text        not null,
  what         text        not null,
  failures     integer     not null,
  last_at      timestamptz not null,
  barred_until timestamptz,
  primary key (region, what)
);
comment on table  directory.attempt      is '登录未成功的次数；账号是否存在都同样计数，登录成功即清除';
comment on column directory.attempt.what is '账号名或账号编号的摘要';

create table directory.session (
  region     text        not null,
  token_hash bytea       not null,
  id         uuid        not null,
  person     uuid        not null,
  kind       text        not null check (kind in ('full', 'second', 'password')),
  unit       text,
  made_at    timestamptz not null,
  seen_at    timestamptz not null,
  primary key (region, token_hash)
);
create index session_person on directory.session (region, person);
comment on table  directory.session      is '登录；令牌只存摘要，退出、停用、改密码即删除';
comment on column directory.session.kind is 'full 已登录；second 还差动态口令；password 须先改密码';

grant usage on schema directory to huiyin_office, huiyin_worker, huiyin_portal;
grant select, insert, update on directory.version, directory.organ, directory.person to huiyin_office;
grant select, insert, update, delete on directory.membership, directory.recovery_code, directory.attempt, directory.session to huiyin_office;
grant select, insert, update on directory.account to huiyin_office;
grant select on directory.version, directory.organ, directory.person, directory.membership to huiyin_worker;
-- What the petitioner's page may know: which offices there are and how to reach them.
grant select on directory.version, directory.organ to huiyin_portal;
