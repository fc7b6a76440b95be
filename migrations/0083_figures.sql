-- Figures 数: how terms were kept. Rows about terms of matters, never about people.

create table insight.term (
  holder_region text    not null,
  unit          text    not null,
  legal_on      date    not null,
  region        text    not null,
  subject       uuid    not null,
  key           text    not null,
  clock         text    not null,
  born_on       date    not null,
  stopped_on    date,
  outcome       text,
  primary key (holder_region, unit, legal_on, region, subject, key)
);
comment on table  insight.term            is '法定期限一条一行：谁的职责、哪天到期、什么时候了结；由后台跟随办理动作维护，可重建';
comment on column insight.term.unit       is '期限届满时负责的机关；还没有届满的，是现在负责的机关。改派、异议、并案都换不掉已经超期的一条';
comment on column insight.term.born_on    is '从哪天起有这一条；晚受理的，期限从更早的日子算，但那时还没有它';
comment on column insight.term.stopped_on is '了结的日期；空着的还在走';
comment on column insight.term.outcome    is 'kept 按期，late 超期办结，stopped 没有办而终止';
create index term_subject on insight.term (region, subject);

create table insight.closing (
  holder_region text        not null,
  month         date        not null,
  unit          text        not null,
  clock         text        not null,
  kept          integer     not null,
  broken        integer     not null,
  closed_at     timestamptz not null,
  primary key (holder_region, month, unit, clock)
);
comment on table insight.closing is '月度结账：月底当天的数，结了不改；以后有补录、更正的，与现在的数并列给人看';

grant select on insight.term, insight.closing to huiyin_office;
grant select, insert, update, delete on insight.term to huiyin_worker;
grant select, insert on insight.closing to huiyin_worker;
