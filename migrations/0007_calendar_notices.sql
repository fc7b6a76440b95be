-- Working calendar 工作日历: the yearly holiday notices that an office has imported.

create schema rules;

create table rules.notice (
  region      text        not null,
  n           integer     not null,
  year        integer     not null,
  version     text        not null,
  document    text        not null,
  days        jsonb       not null,
  imported_by text        not null,
  imported_at timestamptz not null,
  primary key (region, n)
);
comment on table  rules.notice             is '放假通知：每导入一份就是一个新版本的工作日历，只增不改；更正再导入一份';
comment on column rules.notice.region      is '适用范围：cn 为全国';
comment on column rules.notice.n           is '第几份，从1起；后导入的接在先导入的后面';
comment on column rules.notice.version     is '日历版本，办理记录按它计算';
comment on column rules.notice.document    is '通知的文号或者名称';
comment on column rules.notice.days        is '放假和调休上班的日子';
comment on column rules.notice.imported_by is '谁导入的（工作人员编号）';

create table rules.recount (
  region  text        not null,
  version text        not null,
  open    integer     not null,
  moved   integer     not null,
  done_at timestamptz,
  primary key (region, version)
);
comment on table  rules.recount         is '换日历后的重算：每个地区对每个版本重算一遍在走的期限';
comment on column rules.recount.open    is '看过多少件未了结的';
comment on column rules.recount.moved   is '多少件的日期往后移了；已经告诉人的日子绝不提前';
comment on column rules.recount.done_at is '全部算完的时间；空着的还在算';

grant usage on schema rules to huiyin_office, huiyin_worker, huiyin_portal, huiyin_sealed;
grant select on rules.notice to huiyin_office, huiyin_worker, huiyin_portal, huiyin_sealed;
grant insert on rules.notice to huiyin_office;
grant select, insert, update on rules.recount to huiyin_office;
