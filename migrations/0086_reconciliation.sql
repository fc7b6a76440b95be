-- Reconciliation 对账: what came on a day and a channel against what was registered of it, and whatever lies with nobody (不变量 1).

create table intake.reconciliation (
  region     text        not null,
  day        date        not null,
  channel    text        not null,
  came       integer     not null,
  registered integer     not null,
  counted_at timestamptz not null,
  primary key (region, day, channel)
);
comment on table  intake.reconciliation            is '每日每渠道对账：来的件数和登记的件数；在认出是什么以前数，每一件都一样数，检举控告也在其中、分不出来';
comment on column intake.reconciliation.day        is '收到的那天（中国时间）';
comment on column intake.reconciliation.came       is '门户收下的、本单位登记的、导入的、上级推送的';
comment on column intake.reconciliation.registered is '办理经过里恰好有一条登记的';

create table intake.astray (
  region   text        not null,
  kind     text        not null,
  subject  uuid        not null,
  no       text        not null,
  day      date        not null,
  channel  text        not null,
  found_at timestamptz not null,
  seen_at  timestamptz not null,
  primary key (region, kind, subject)
);
comment on table  intake.astray          is '对不上的，逐件列出收件号、编号；对上了即删去。只有号，没有一个字';
comment on column intake.astray.kind     is 'notTaken 收下没有登记，notRegistered 没有恰好一条登记，nobodys 在办而没有人负责或者没有期限在走';
comment on column intake.astray.found_at is '第一次发现的时间';
comment on column intake.astray.seen_at  is '最近一次对账时还在';

create index intake_received on intake.intake (region, received_at);

grant select, insert, update on intake.reconciliation to huiyin_office;
grant select, insert, update, delete on intake.astray to huiyin_office;
