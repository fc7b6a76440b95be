-- Desk side of intake 来件登记: what came, on whose channel desk it lies, and how the same thing is recognised twice.

create table intake.intake (
  region      text        not null,
  subject     uuid        not null,
  no          text        not null,
  unit        text        not null,
  stage       text        not null,
  channel     text        not null,
  title       uuid,
  received_at timestamptz not null,
  clock       text,
  light_on    date,
  legal_on    date,
  primary key (region, subject),
  unique (region, no)
);
create index intake_desk on intake.intake (region, unit, stage, received_at desc);
comment on table  intake.intake          is '来件：一次来信、来访、来电或者网上提交；由办理动作推出，可重建';
comment on column intake.intake.unit     is '收件的单位，未甄别前只有它的本渠道人员看得到';
comment on column intake.intake.title    is '标题的文字编号；移入密件后清空';
comment on column intake.intake.clock    is '最紧的一个期限；没有即为空';

create table intake.external (
  region      text not null,
  source      text not null,
  external_id text not null,
  subject     uuid not null,
  primary key (region, source, external_id)
);
comment on table intake.external is '外部平台的编号：同一来源的同一编号只登记一次';

create table intake.same_text (
  region  text  not null,
  hash    bytea not null,
  subject uuid  not null,
  primary key (region, hash)
);
comment on table intake.same_text is '同一天、同一渠道、同一文字的带钥摘要：重复推送只登记一次';

create table intake.blind (
  region      text        not null,
  token       bytea       not null,
  subject     uuid        not null,
  received_at timestamptz not null,
  primary key (region, token, subject)
);
create index blind_of_intake on intake.blind (region, subject);
comment on table intake.blind is '电话、证件号、姓名加住址的带钥摘要，只用于登记时找出同一信访人先前的事项；移入密件后删除';

grant select, insert, update on intake.intake to huiyin_office;
grant select, insert on intake.external, intake.same_text to huiyin_office;
grant select, insert, delete on intake.blind to huiyin_office;
grant delete on intake.arrival to huiyin_office;
grant select on intake.intake to huiyin_worker;
